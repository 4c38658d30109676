package io.pixsim.logging.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixsim.logging.catalog.Fields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedEventTest {

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "1.50, 1.50",
        "1e3, 1000",
        "2.5e20, 250000000000000000000",
        "1e999999999, 1E+999999999",
        "1e-999999999, 1E-999999999"
    })
    void aNumberIsTextThatNeverGrowsOutOfBounds(String number, String text) {
        LoggedEvent event =
                LoggedEvent.parse("{\"duration_ms\":" + number + "}").orElseThrow();

        assertThat(event.text(Fields.DURATION_MS)).contains(text);
    }
}
