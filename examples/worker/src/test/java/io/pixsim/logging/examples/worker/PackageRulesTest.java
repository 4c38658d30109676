package io.pixsim.logging.examples.worker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackageRulesTest {

    private static final String ROOT = "io.pixsim.logging.examples.worker";

    /** Who may know whom: the provider and the worker know each other by HTTP alone. */
    private static final Map<String, List<String>> IMPORTS = Map.of(
            "job", List.of(),
            "render", List.of(),
            "provider", List.of("render"),
            "pipeline", List.of("job"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void aPackageImportsOnlyWhatTheTableAllows() {
        IMPORTS.forEach((name, allowed) -> {
            String[] packages = Stream.concat(Stream.of(name), allowed.stream())
                    .map(each -> ROOT + "." + each)
                    .toArray(String[]::new);

            classes()
                    .that()
                    .resideInAPackage(ROOT + "." + name)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(packages)
                            .or(resideInAPackage(ROOT + "..").negate()))
                    .check(CLASSES);
        });
    }

    @Test
    void onlyThePipelineAndTheDemoKnowTheLoggingLibrary() {
        classes()
                .that()
                .resideInAnyPackage(ROOT + ".job", ROOT + ".render", ROOT + ".provider")
                .should()
                .onlyDependOnClassesThat(resideInAPackage(ROOT + "..")
                        .or(resideInAnyPackage("io.pixsim.logging..", "org.slf4j..", "ch.qos.logback..")
                                .negate()))
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
