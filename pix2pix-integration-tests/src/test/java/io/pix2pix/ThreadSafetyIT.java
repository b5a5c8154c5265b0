package io.pix2pix;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every public type of the library says whether several threads may use it: its package says it of
 * all types, and what holds something that changes says it itself.
 */
class ThreadSafetyIT {
  private static final String OF_PACKAGE =
      "immutable and safe for use by several threads, unless they say otherwise";

  private static final Path ROOT = Path.of(System.getProperty("pix2pix.root"));

  /** Commands are made for one run of one process. */
  private static final ImmutableList<JavaClass> TYPES =
      new ClassFileImporter()
          .withImportOption(DO_NOT_INCLUDE_TESTS)
          .importPackages("io.pix2pix").stream()
              .filter(type -> !type.getPackageName().startsWith("io.pix2pix.cli"))
              .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(PUBLIC))
              .collect(toImmutableList());

  /** What is changed by whoever holds it, or belongs to a graph that is being built. */
  private static final ImmutableList<String> CHANGING =
      ImmutableList.of(
          "java.util.Collection",
          "java.util.Map",
          "java.lang.AutoCloseable",
          "java.lang.Appendable",
          "com.google.protobuf.MessageLite$Builder",
          "org.tensorflow.op.Ops",
          "io.pix2pix.api.network.Variables");

  @Test
  void everyPackageSaysWhatHoldsForItsTypes() throws IOException {
    var silent = ImmutableSet.<String>builder();
    for (var name : TYPES.stream().map(JavaClass::getPackageName).collect(toImmutableSet())) {
      if (!text(name.replace('.', '/') + "/package-info.java").contains(OF_PACKAGE)) {
        silent.add(name);
      }
    }

    assertThat(silent.build())
        .as("packages whose package-info.java lacks \"Types are %s.\"", OF_PACKAGE)
        .isEmpty();
  }

  @Test
  void whatHoldsSomethingThatChangesSaysWhoMayUseIt() throws IOException {
    var silent = ImmutableList.<String>builder();
    for (var type : TYPES) {
      if (changes(type) && !javadoc(type).contains("thread")) {
        silent.add(type.getName());
      }
    }

    assertThat(silent.build())
        .as("public types that can change, and whose Javadoc does not speak of threads")
        .isEmpty();
  }

  private static boolean changes(JavaClass type) {
    return type.isInterface()
        ? type.isAssignableTo(AutoCloseable.class)
        : type.getFields().stream().anyMatch(field -> changes(type, field));
  }

  private static boolean changes(JavaClass owner, JavaField field) {
    var modifiers = field.getModifiers();
    boolean isConstant = modifiers.contains(STATIC) || owner.isEnum();
    return !modifiers.contains(FINAL) || (!isConstant && holds(owner, field.getRawType()));
  }

  /** Records copy lists and maps that they are given. */
  private static boolean holds(JavaClass owner, JavaClass held) {
    boolean isCopy =
        owner.isRecord() && (held.isAssignableTo(Iterable.class) || held.isAssignableTo(Map.class));
    return !isCopy
        && !held.getSimpleName().startsWith("Immutable")
        && (held.isArray() || CHANGING.stream().anyMatch(held::isAssignableTo));
  }

  /** What stands before the declaration. */
  private static String javadoc(JavaClass type) throws IOException {
    var source = text(type.getName().replace('.', '/') + ".java");
    var declaration = source.indexOf("\npublic ");
    var text = source.substring(Math.max(0, source.lastIndexOf("/**", declaration)), declaration);
    return Ascii.toLowerCase(text);
  }

  /** A source file, of whichever module it is. */
  private static String text(String file) throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      var path =
          modules
              .map(module -> module.resolve("src/main/java").resolve(file))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow(() -> new AssertionError(file + " is nowhere"));
      return Files.readString(path);
    }
  }
}
