package dev.flashorm.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows of the architecture: which module may know which. */
class ModuleDirectionsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.flashorm");

    @Test
    void everyModuleIsSeen() {
        for (String module : List.of("schema", "codegen", "migrate", "runtime", "cli")) {
            assertThat(CLASSES.stream()
                            .filter(type -> type.getPackageName().startsWith("dev.flashorm." + module))
                            .count())
                    .as(module)
                    .isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "schema,codegen",
        "schema,migrate",
        "schema,runtime",
        "schema,cli",
        "runtime,schema",
        "runtime,codegen",
        "runtime,migrate",
        "runtime,cli",
        "codegen,migrate",
        "codegen,runtime",
        "codegen,cli",
        "migrate,codegen",
        "migrate,runtime",
        "migrate,cli"
    })
    void doesNotKnow(String module, String other) {
        noClasses()
                .that()
                .resideInAPackage("dev.flashorm." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.flashorm." + other + "..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({"postgresql", "mysql", "sqlite", "mongodb"})
    void aProviderDoesNotKnowAnother(String provider) {
        for (String other : List.of("postgresql", "mysql", "sqlite", "mongodb")) {
            if (!other.equals(provider)) {
                noClasses()
                        .that()
                        .resideInAPackage("dev.flashorm.." + provider + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("dev.flashorm.." + other + "..")
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        }
    }

    @Test
    void theCommandLinesPackagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.flashorm.cli.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void driversAreForTheModulesThatConnect() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.flashorm.schema..", "dev.flashorm.codegen..", "dev.flashorm.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.postgresql..", "com.mysql..", "org.sqlite..", "com.zaxxer..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
