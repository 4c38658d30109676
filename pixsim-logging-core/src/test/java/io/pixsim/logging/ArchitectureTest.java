package io.pixsim.logging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Who may know whom. The tables are the rule; a new package needs its row here first. */
class ArchitectureTest {

    private static final String ROOT = "io.pixsim.logging";
    private static final String SLF4J = "org.slf4j..";
    private static final String LOGBACK = "ch.qos.logback..";
    private static final String JACKSON = "com.fasterxml.jackson..";

    /** Package, and which of our packages it may import. Only the root, which assembles the rest, is not in here. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("catalog", Set.of()),
            entry("diagnostics", Set.of()),
            entry("testing", Set.of()),
            entry("context", Set.of("catalog", "testing")),
            entry("redact", Set.of("catalog")),
            entry("gate", Set.of("catalog", "diagnostics")),
            entry("encode", Set.of("catalog", "redact")),
            entry("files", Set.of("catalog", "encode")),
            entry("logback", Set.of("catalog", "context", "redact", "diagnostics", "gate", "encode", "testing")),
            entry("metrics", Set.of("diagnostics", "context", "catalog")),
            entry("process", Set.of("catalog", "diagnostics", "context")),
            entry("sink", Set.of("diagnostics", "redact", "encode", "logback")),
            entry("web", Set.of("catalog", "diagnostics", "context", "gate", "testing")),
            entry("web.client", Set.of("catalog", "diagnostics", "context", "web", "testing")),
            entry("web.servlet", Set.of("web", "context", "diagnostics")),
            entry("rolling", Set.of("diagnostics", "encode", "logback", "sink")),
            entry(
                    "jobs",
                    Set.of("catalog", "context", "diagnostics", "encode", "logback", "sink", "rolling", "testing")));

    /** Package, and which libraries it may use beside the JDK and the nullness annotations. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("catalog", Set.of(SLF4J)),
            entry("diagnostics", Set.of()),
            entry("testing", Set.of()),
            entry("context", Set.of(SLF4J)),
            entry("redact", Set.of(SLF4J, "javax.crypto..")),
            entry("gate", Set.of(SLF4J)),
            entry("encode", Set.of(SLF4J, JACKSON)),
            entry("files", Set.of(SLF4J)),
            entry("logback", Set.of(SLF4J, LOGBACK)),
            entry("metrics", Set.of(SLF4J, "io.micrometer..")),
            entry("process", Set.of(SLF4J)),
            entry("sink", Set.of(SLF4J, LOGBACK)),
            entry("web", Set.of(SLF4J)),
            entry("web.client", Set.of(SLF4J)),
            entry("web.servlet", Set.of(SLF4J, "jakarta.servlet..")),
            entry("rolling", Set.of(SLF4J, LOGBACK)),
            entry("jobs", Set.of(SLF4J, LOGBACK)));

    static {
        // the importer tells every class it reads
        ((Logger) LoggerFactory.getLogger("com.tngtech.archunit")).setLevel(Level.WARN);
    }

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyPackageHasItsRow() {
        Set<String> packages = MAIN.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(packages)
                .isEqualTo(Stream.concat(Stream.of(ROOT), packages().map(ArchitectureTest::full))
                        .collect(Collectors.toSet()));
        assertThat(MAY_USE).containsOnlyKeys(MAY_IMPORT.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageImportsOnlyWhatItsRowAllows(String name) {
        String[] allowed = Stream.of(
                        Stream.of("java..", "javax.net..", "org.jspecify.annotations", full(name)),
                        MAY_IMPORT.get(name).stream().map(ArchitectureTest::full),
                        MAY_USE.get(name).stream())
                .flatMap(packages -> packages)
                .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(full(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(MAIN);
    }

    @Test
    void theFrontDoorUsesNoLibraryButTheLoggersOwn() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "javax.management..", "org.jspecify.annotations", ROOT + "..", SLF4J, LOGBACK)
                .check(MAIN);
    }

    @Test
    void nobodyImportsTheFrontDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(MAIN);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    private static Stream<String> packages() {
        return MAY_IMPORT.keySet().stream().sorted();
    }

    private static String full(String name) {
        return ROOT + "." + name;
    }
}
