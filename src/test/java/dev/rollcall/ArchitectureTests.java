package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The product keeps the rules of the house, and every rule is able to see somebody break it.
class ArchitectureTests {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.rollcall");

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("dev.broken");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isKept(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest(name = "sees it broken: {0}")
    @MethodSource("rules")
    void wouldBeSeenBroken(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
    }

    static List<ArchRule> rules() {
        return HouseRules.ALL;
    }
}
