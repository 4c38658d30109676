package io.pixsim.logging.collector.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTimeTest {

    @Test
    void whatIsWrittenIsReadBack() {
        Random random = new Random(5);
        long last = EntryTime.micros(Instant.parse("9998-12-31T23:59:59.999999Z"));
        for (int i = 0; i < 2000; i++) {
            long micros = i == 0 ? 0 : i == 1 ? last : (long) (random.nextDouble() * last);

            assertThat(EntryTime.parse(EntryTime.format(micros))).hasValue(micros);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2025-02-30",
                "2025-11-13T24:00:00Z",
                "2025-11-13T00:00:60Z",
                "1969-12-31T23:59:59Z",
                "9999-01-01T00:00:00Z",
                "0000-01-01",
                "2025-11-13T00:00:00+99:00",
                "2025-11-13T00:00:00[Europe/Berlin]",
            })
    void whatIsNoTimeOrOutOfRangeIsNotRead(String text) {
        assertThat(EntryTime.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1763000000,2025-11-13T02:13:20Z",
        "1763000000.5,2025-11-13T02:13:20.500000Z",
        "1763000000123,2025-11-13T02:13:20.123000Z",
        "1763000000123456,2025-11-13T02:13:20.123456Z",
        "1763000000123456789,2025-11-13T02:13:20.123456Z",
    })
    void aNumberIsSecondsOrAFinerUnit(String number, String time) {
        assertThat(EntryTime.format(EntryTime.ofNumber(new BigDecimal(number)).orElseThrow()))
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e30", "1e999999999"})
    void aNumberThatIsNoTimeIsNotRead(String number) {
        assertThat(EntryTime.ofNumber(new BigDecimal(number))).isEmpty();
    }

    @Test
    void theUsualSpellingIsReadAsAnyOther() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            String fraction =
                    random.nextBoolean() ? "" : "." + "1234567890".substring(random.nextInt(4), 4 + random.nextInt(6));
            String text = "%04d-%02d-%02dT%02d:%02d:%02d%s%s"
                    .formatted(
                            1968 + random.nextInt(70),
                            random.nextInt(14),
                            random.nextInt(33),
                            random.nextInt(25),
                            random.nextInt(61),
                            random.nextInt(61),
                            fraction,
                            random.nextInt(9) == 0 ? "+01:00" : "Z");

            assertThat(EntryTime.parse(text)).as(text).isEqualTo(EntryTime.parseAny(text));
        }
    }
}
