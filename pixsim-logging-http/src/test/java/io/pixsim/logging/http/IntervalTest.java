package io.pixsim.logging.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "5,5000",
        "5.0,5000",
        "0.5,500",
        "5s,5000",
        "5 s,5000",
        "5 seconds,5000",
        "1 second,1000",
        "500ms,500",
        "500 milliseconds,500",
        "1 min,60000",
        "2 MINUTES,120000",
        "' 3s ',3000"
    })
    void aNumberAndAUnitAreRead(String text, long millis) {
        assertThat(Interval.parse("flushInterval", text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999 days", "999999999 hours", "36501 days"})
    void whatIsLongerThanAHundredYearsIsAHundredYears(String text) {
        assertThat(Interval.parse("spoolAge", text)).isEqualTo(Duration.ofDays(36_500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "5 parsecs", "5s5", "1e9", "99999999999"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Interval.parse("flushInterval", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("flushInterval is not a span of time such as 5s: " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0s", "0 ms", "0.0000000001"})
    void noTimeAtAllIsRefused(String text) {
        assertThatThrownBy(() -> Interval.parse("flushInterval", text)).isInstanceOf(IllegalArgumentException.class);
    }
}
