package io.pixsim.logging.test;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String KIT = "io.pixsim.logging.test";
    private static final String CORE = "io.pixsim.logging.";

    /** Who may know whom: the packages that each package may use, the JDK and annotations aside. */
    private static final Map<String, List<String>> MAY_USE = Map.of(
            KIT + ".recording",
            List.of(),
            KIT + ".golden",
            List.of(CORE + "catalog", CORE + "encode"),
            KIT + ".contract",
            List.of(
                    CORE + "catalog",
                    CORE + "encode",
                    CORE + "logback",
                    CORE + "redact",
                    "org.slf4j",
                    "ch.qos.logback"),
            KIT,
            List.of(
                    KIT + ".recording",
                    KIT + ".golden",
                    KIT + ".contract",
                    KIT + ".canary",
                    "io.pixsim.logging",
                    CORE + "testing",
                    CORE + "catalog",
                    CORE + "encode",
                    CORE + "logback",
                    CORE + "sink",
                    "org.junit.jupiter.api",
                    "org.junit.platform.commons",
                    "org.opentest4j",
                    "org.slf4j",
                    "ch.qos.logback"),
            KIT + ".assertj",
            List.of(KIT, KIT + ".contract", CORE + "catalog", "org.assertj.core"),
            KIT + ".conformance",
            List.of(
                    KIT + ".ingest",
                    CORE + "catalog",
                    CORE + "encode",
                    "org.junit.jupiter.api",
                    "org.slf4j",
                    "ch.qos.logback"),
            KIT + ".canary",
            List.of(
                    KIT + ".ingest",
                    "io.pixsim.logging",
                    CORE + "diagnostics",
                    CORE + "encode",
                    CORE + "redact",
                    CORE + "sink",
                    "org.junit.jupiter.api",
                    "org.slf4j",
                    "ch.qos.logback"),
            KIT + ".wire",
            List.of(CORE + "catalog", CORE + "encode"),
            KIT + ".ingest",
            List.of(
                    KIT + ".recording",
                    KIT + ".wire",
                    CORE + "catalog",
                    CORE + "encode",
                    CORE + "sink",
                    "com.sun.net.httpserver",
                    "javax.net.ssl",
                    "org.junit.jupiter.api",
                    "org.junit.platform.commons"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(KIT);

    static Stream<String> packages() {
        return MAY_USE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatTheTableAllows(String name) {
        Set<String> used = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (type.getPackageName().equals(name)) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .map(JavaClass::getBaseComponentType)
                        .filter(target -> !target.isPrimitive())
                        .map(JavaClass::getPackageName)
                        .filter(target -> !isAllowed(name, target))
                        .forEach(used::add);
            }
        }

        assertThat(used).isEmpty();
    }

    @Test
    void theTableNamesEveryPackage() {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type -> found.add(type.getPackageName()));

        assertThat(found).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(CORE + "(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** Own packages and the core's are named exactly; a library's name stands for all that is under it. */
    private static boolean isAllowed(String from, String target) {
        if (target.equals(from) || target.startsWith("java.") || target.startsWith("org.jspecify.")) {
            return true;
        }
        return MAY_USE.get(from).stream()
                .anyMatch(allowed -> target.equals(allowed)
                        || (!allowed.startsWith("io.pixsim.") && target.startsWith(allowed + ".")));
    }
}
