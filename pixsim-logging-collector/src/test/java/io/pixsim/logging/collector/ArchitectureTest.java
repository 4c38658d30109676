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
    private static final Map<String, List<String>> MAY_IMPORT = Map.of(
            HERE + ".entry",
            List.of(CORE + "catalog"),
            HERE + ".store",
            List.of(CORE + "catalog", HERE + ".entry"),
            HERE + ".store.sqlite",
            List.of(CORE + "catalog", CORE + "diagnostics", HERE + ".entry", HERE + ".store", JSON, "org.sqlite.."),
            HERE + ".ingest",
            List.of(CORE + "catalog", CORE + "redact", HERE + ".entry", HERE + ".store", JSON),
            HERE + ".query",
            List.of(CORE + "catalog", HERE + ".entry", HERE + ".store", JSON),
            HERE + ".page",
            List.of(),
            HERE + ".web",
            List.of(
                    CORE + "catalog",
                    CORE + "diagnostics",
                    CORE + "redact",
                    HERE + ".entry",
                    HERE + ".store",
                    HERE + ".ingest",
                    HERE + ".query",
                    HERE + ".page",
                    JSON,
                    "org.eclipse.jetty.."),
            HERE,
            List.of(
                    "io.pixsim.logging",
                    CORE + "catalog",
                    CORE + "diagnostics",
                    CORE + "redact",
                    HERE + ".ingest",
                    HERE + ".store",
                    HERE + ".store.sqlite",
                    HERE + ".web",
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
}
