package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"0,0", "3,3", "' 7 ',7", "300,300", "301,300", "1234567890123,300", "0000000000003,3", "00,0"})
    void secondsAreHonouredUpToFiveMinutes(String header, long seconds) {
        assertThat(RetryAfter.pause(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Sun, 22 Nov 2026 10:00:05 GMT | 5
                    Sun, 22 Nov 2026 12:00:00 GMT | 300
                    Sun, 22 Nov 2026 09:59:00 GMT | 0
                    """)
    void aDateIsHonouredUpToFiveMinutes(String header, long seconds) {
        assertThat(RetryAfter.pause(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "3.5", "", "٣", "Sun, 99 Nov 2026 10:00:05 GMT"})
    void whatCannotBeReadAsksForNothing(String header) {
        assertThat(RetryAfter.pause(header, NOW)).isZero();
    }

    @Test
    void noHeaderAsksForNothing() {
        assertThat(RetryAfter.pause(null, NOW)).isZero();
    }
}
