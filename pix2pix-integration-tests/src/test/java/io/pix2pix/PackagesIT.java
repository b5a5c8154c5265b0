package io.pix2pix;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class PackagesIT {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("io.pix2pix");

  /** A package that knows another is not known by it, also by way of others. */
  @Test
  void noPackagesOfAnyModuleKnowEachOtherInACircle() {
    slices().matching("io.pix2pix.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyModuleIsLookedAt() {
    for (var module :
        new String[] {
          "api",
          "models",
          "data",
          "parquet",
          "train",
          "onnx",
          "server",
          "bench",
          "spark",
          "library",
          "studio",
          "cli",
          "campaign",
          "testing"
        }) {
      assertThat(CLASSES.containPackage("io.pix2pix." + module)).as(module).isTrue();
    }
  }
}
