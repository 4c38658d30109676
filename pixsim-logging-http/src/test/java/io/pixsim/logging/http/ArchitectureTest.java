package io.pixsim.logging.http;

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

    private static final String HTTP = "io.pixsim.logging.http";
    private static final String CORE = "io.pixsim.logging.";

    /** The table: a package, and the packages of the house and of others that it may import. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.of(
            HTTP + ".queue",
            List.of(),
            HTTP + ".wire",
            List.of(CORE + "catalog", CORE + "encode", "com.fasterxml.jackson.core.."),
            HTTP + ".transport",
            List.of(
                    CORE + "catalog",
                    CORE + "sink",
                    CORE + "testing",
                    HTTP + ".wire",
                    "okhttp3..",
                    "okio..",
                    "kotlin.."),
            HTTP + ".client",
            List.of(CORE + "context", CORE + "web.client", "okhttp3..", "okio..", "kotlin.."),
            HTTP + ".spool",
            List.of(),
            HTTP + ".delivery",
            List.of(
                    CORE + "diagnostics",
                    CORE + "testing",
                    HTTP + ".queue",
                    HTTP + ".spool",
                    HTTP + ".transport",
                    HTTP + ".wire"),
            HTTP,
            List.of(
                    CORE + "catalog",
                    CORE + "diagnostics",
                    CORE + "encode",
                    CORE + "logback",
                    CORE + "redact",
                    CORE + "sink",
                    HTTP + ".queue",
                    HTTP + ".spool",
                    HTTP + ".transport",
                    HTTP + ".delivery",
                    "ch.qos.logback..",
                    "org.slf4j.event"));

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HTTP);

    @Test
    void packagesImportOnlyWhatTheTableAllows() {
        MAY_IMPORT.forEach((importer, imported) -> {
            List<String> allowed = new ArrayList<>(imported);
            allowed.addAll(List.of(importer, "java..", "javax.net..", "org.jspecify.."));
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
        slices().matching(HTTP + ".(*)..").should().beFreeOfCycles().check(house);
    }
}
