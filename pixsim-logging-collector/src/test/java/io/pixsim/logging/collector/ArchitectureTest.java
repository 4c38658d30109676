package io.pixsim.logging.collector;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom. A package that is not in the table fails the test. */
class ArchitectureTest {

    private static final String HERE = "io.pixsim.logging.collector";
    private static final String CORE = "io.pixsim.logging.";
    private static final String JSON = "com.fasterxml.jackson.core..";

    /** The table: a package, and the packages of the house and of others that it may import. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            entry(HERE + ".entry", CORE + "catalog"),
            entry(HERE + ".store", CORE + "catalog", CORE + "diagnostics", HERE + ".entry"),
            entry(HERE + ".store.sql", HERE + ".store", JSON),
            entry(
                    HERE + ".store.sqlite",
                    CORE + "catalog",
                    CORE + "diagnostics",
                    HERE + ".entry",
                    HERE + ".store",
                    HERE + ".store.sql",
                    JSON,
                    "org.sqlite.."),
            entry(
                    HERE + ".store.opensearch",
                    CORE + "catalog",
                    CORE + "diagnostics",
                    HERE + ".entry",
                    HERE + ".store",
                    JSON,
                    "javax.net.ssl"),
            entry(
                    HERE + ".store.postgres",
                    CORE + "catalog",
                    CORE + "diagnostics",
                    HERE + ".entry",
                    HERE + ".store",
                    HERE + ".store.sql",
                    JSON,
                    "javax.sql",
                    "com.zaxxer.hikari..",
                    "org.flywaydb.core..",
                    "org.postgresql.."),
            entry(HERE + ".ingest.body", CORE + "catalog", JSON),
            entry(HERE + ".ingest.bulk", CORE + "catalog", HERE + ".ingest.body"),
            entry(HERE + ".ingest.otlp", CORE + "catalog", HERE + ".entry", HERE + ".ingest.body", JSON),
            entry(
                    HERE + ".ingest",
                    CORE + "catalog",
                    CORE + "diagnostics",
                    CORE + "redact",
                    HERE + ".entry",
                    HERE + ".ingest.body",
                    HERE + ".ingest.bulk",
                    HERE + ".ingest.otlp",
                    HERE + ".store",
                    JSON),
            entry(
                    HERE + ".direct",
                    CORE + "sink",
                    CORE + "http",
                    HERE + ".entry",
                    HERE + ".ingest",
                    HERE + ".store",
                    HERE + ".store.postgres",
                    "ch.qos.logback.."),
            entry(HERE + ".query", CORE + "catalog", HERE + ".entry", HERE + ".store", JSON),
            entry(
                    HERE + ".status",
                    CORE + "catalog",
                    HERE + ".entry",
                    HERE + ".store",
                    HERE + ".ingest",
                    HERE + ".query",
                    JSON),
            entry(HERE + ".page"),
            entry(
                    HERE + ".web",
                    CORE + "catalog",
                    CORE + "diagnostics",
                    CORE + "redact",
                    HERE + ".entry",
                    HERE + ".store",
                    HERE + ".ingest",
                    HERE + ".ingest.body",
                    HERE + ".ingest.bulk",
                    HERE + ".query",
                    HERE + ".page",
                    HERE + ".status",
                    JSON,
                    "org.eclipse.jetty.."),
            entry(
                    HERE,
                    "io.pixsim.logging",
                    CORE + "catalog",
                    CORE + "diagnostics",
                    CORE + "redact",
                    HERE + ".ingest.body",
                    HERE + ".store",
                    HERE + ".store.opensearch",
                    HERE + ".store.postgres",
                    HERE + ".store.sqlite",
                    HERE + ".web",
                    "javax.net.ssl",
                    "org.slf4j",
                    "org.slf4j.spi"));

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HERE);

    @Test
    void packagesImportOnlyWhatTheTableAllows() {
        MAY_IMPORT.forEach((importer, imported) -> {
            List<String> allowed = new ArrayList<>(imported);
            allowed.addAll(List.of(importer, "java..", "org.jspecify.."));
            classes()
                    .that(resideInAPackage(importer))
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(new String[0]))
                    .check(house);
        });
    }

    @Test
    void everyPackageIsInTheTable() {
        classes()
                .should()
                .resideInAnyPackage(MAY_IMPORT.keySet().toArray(new String[0]))
                .check(house);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(HERE + ".(**)").should().beFreeOfCycles().check(house);
    }

    private static Map.Entry<String, List<String>> entry(String importer, String... imported) {
        return Map.entry(importer, List.of(imported));
    }
}
