package io.pixsim.logging.tool;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who may know whom. */
class ArchitectureTest {

    static {
        // the importer tells every class it reads
        ((Logger) LoggerFactory.getLogger("com.tngtech.archunit")).setLevel(Level.WARN);
    }

    @Test
    void theCommandKnowsTheReadersAndTheSpoolAndNothingThatLogs() {
        classes()
                .that()
                .resideInAPackage("io.pixsim.logging.tool")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations",
                        "io.pixsim.logging.tool",
                        "io.pixsim.logging.catalog",
                        "io.pixsim.logging.encode",
                        "io.pixsim.logging.files",
                        "io.pixsim.logging.http")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.pixsim.logging.tool"));
    }
}
