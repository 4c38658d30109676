package io.pixsim.logging.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.slf4j.event.Level;

@SuppressWarnings("deprecation") // what SLF4J deprecates of Marker still has to answer
class SeverityTest {

    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @Test
    void severitiesRiseFromDebugToCritical() {
        assertThat(Severity.values())
                .extracting(Severity::wireName)
                .containsExactly("debug", "info", "warning", "error", "critical");
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, DEBUG",
        "DEBUG, DEBUG",
        "INFO, INFO",
        "WARN, WARNING",
        "WARNING, WARNING",
        "ERR, ERROR",
        "ERROR, ERROR",
        "CRIT, CRITICAL",
        "CRITICAL, CRITICAL",
        "FATAL, CRITICAL",
        "warning, WARNING",
        "Critical, CRITICAL",
        "'  info ', INFO"
    })
    void aNameIsReadInAnyCaseWithItsAliases(String name, Severity severity) {
        assertThat(Severity.parse(name)).contains(severity);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "loud", "OFF", "NOTSET", "10", "in fo", "CRITICAL!"})
    void anyOtherNameIsNone(String name) {
        assertThat(Severity.parse(name)).isEmpty();
    }

    @Test
    void readingANameDoesNotDependOnTheLocale() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));

        assertThat(Severity.parse("info")).contains(Severity.INFO);
        assertThat(Severity.parse("critical")).contains(Severity.CRITICAL);
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, false, DEBUG",
        "DEBUG, false, DEBUG",
        "INFO, false, INFO",
        "WARN, false, WARNING",
        "ERROR, false, ERROR",
        "ERROR, true, CRITICAL",
        "WARN, true, WARNING",
        "INFO, true, INFO"
    })
    void onlyAnErrorCanBeCritical(Level level, boolean critical, Severity severity) {
        assertThat(Severity.of(level, critical)).isEqualTo(severity);
    }

    @Test
    void criticalIsAMarkerOfItsName() {
        assertThat(Severity.CRITICAL.getName()).isEqualTo("CRITICAL");
        assertThat(Severity.CRITICAL.contains("CRITICAL")).isTrue();
        assertThat(Severity.CRITICAL.contains(MarkerFactory.getMarker("CRITICAL")))
                .isTrue();
        assertThat(Severity.CRITICAL.contains(Severity.ERROR)).isFalse();
    }

    @Test
    void criticalAtAStageContainsBoth() {
        Marker both = Severity.CRITICAL.at(Stage.PROVIDER_ERROR);

        assertThat(both.hasReferences()).isTrue();
        assertThat(both.contains(Severity.CRITICAL)).isTrue();
        assertThat(both.contains(Stage.PROVIDER_ERROR)).isTrue();
        assertThat(both.contains("provider:error")).isTrue();
        assertThat(both.contains(MarkerFactory.getMarker("provider:error"))).isTrue();
        assertThat(both.contains(Stage.PROVIDER_STATUS)).isFalse();
        assertThat(both).isEqualTo(Severity.CRITICAL.at(Stage.PROVIDER_ERROR));
    }
}
