package io.pix2pix.campaign;

import com.google.common.collect.ImmutableMap;
import java.util.List;

/**
 * How many cases of each sort a campaign has.
 *
 * @param damages of files, before commands begin
 * @param halts in the middle of a change
 * @param disks that cannot be written
 * @param kills of processes by a signal
 * @param seed that all of them follow from
 */
record CampaignCases(int damages, int halts, int disks, int kills, long seed) {

  /** All cases, by names that replay them. */
  ImmutableMap<String, FaultCase> all(Workplace workplace) {
    var all = ImmutableMap.<String, FaultCase>builder();
    name(all, "damage", DamageCase.all(workplace, damages, seed));
    name(all, "halt", HaltCase.all(halts, seed));
    name(all, "disk", DiskCase.all(disks, seed));
    name(all, "kill", KillCase.all(kills, seed));
    return all.buildOrThrow();
  }

  private static void name(
      ImmutableMap.Builder<String, FaultCase> all, String sort, List<FaultCase> cases) {
    for (int index = 0; index < cases.size(); index++) {
      all.put(sort + "-" + index, cases.get(index));
    }
  }
}
