package io.pix2pix.bench.perception;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * One participant's visit.
 *
 * @param number of the session, from 1
 * @param token that only the participant's browser knows; it names the session in addresses
 * @param algorithm whose images are shown
 * @param answered trials that are answered
 */
record ParticipantSession(int number, String token, String algorithm, int answered) {

  /** The address of an image, which tells nothing but where it stands. */
  String image(int trial, ScreenSide side) {
    return Hashing.sha256()
        .hashString(token + "/" + trial + "/" + side.word(), StandardCharsets.UTF_8)
        .toString()
        .substring(0, 32);
  }
}
