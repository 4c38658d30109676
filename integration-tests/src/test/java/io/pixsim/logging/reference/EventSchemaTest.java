package io.pixsim.logging.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.pixsim.logging.encode.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** What an event may be made of: whatever is logged is valid, and what would harm the receiver is not. */
class EventSchemaTest {

    private static final String GOOD =
            "{\"timestamp\":\"2025-11-12T12:34:57.010203Z\",\"level\":\"info\",\"msg\":\"m\","
                    + "\"service\":\"worker\",\"env\":\"dev\",\"job_id\":1,\"stage\":\"provider:submit\"}";

    @ParameterizedTest
    @ValueSource(longs = {3, 20251113, 424_242})
    void whateverIsLoggedIsValid(long seed) {
        Recorder.linesOf(log -> logAtRandom(log, seed)).forEach((dialect, lines) -> {
            assertThat(lines).hasSize(1_000);
            lines.forEach(Schemas.of(dialect)::assertValid);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"job_id\":1 -> \"job_id\":\"1\"",
                "\"info\" -> \"INFO\"",
                "\"info\" -> \"fatal\"",
                ".010203Z -> .010Z",
                "57.010203Z -> 57.010203+00:00",
                "\"2025-11-12T12:34:57.010203Z\" -> 1762950897",
                "\"msg\":\"m\", -> ",
                "\"service\":\"worker\", -> ",
                "\"worker\" -> null",
                "\"env\":\"dev\", -> ",
                "\"m\" -> \"a\\u0000b\"",
                "\"job_id\":1 -> \"id\":1",
                "\"job_id\":1 -> \"extra\":{}",
                "\"job_id\":1 -> \"created_at\":\"x\"",
                "\"job_id\":1 -> \"own\":{\"deep\":[\"\\u0000\"]}",
                "\"provider:submit\" -> \"123456789012345678901234567890123456789012345678901\""
            })
    void whatHarmsAReceiverIsNot(String change) {
        List<String> fromTo = List.of(change.split(" -> ", -1));
        String bad = GOOD.replace(fromTo.get(0), fromTo.get(1));

        for (Dialect dialect : Dialect.values()) {
            assertThat(Schemas.of(dialect).errors(GOOD)).isEmpty();
            assertThat(Schemas.of(dialect).errors(bad)).as(bad).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"job-abc123\"", "3000000000", "1.5", "null"})
    void onlyPeopleGetAnIntegerFieldThatHoldsSomethingElse(String value) {
        String line = GOOD.replace("\"job_id\":1", "\"job_id\":" + value);

        assertThat(Schemas.of(Dialect.LINES).errors(line)).isEmpty();
        assertThat(Schemas.of(Dialect.PIXSIM_BATCH).errors(line)).isNotEmpty();
    }

    private static void logAtRandom(Logger log, long seed) {
        RandomCalls calls = new RandomCalls(log, seed);
        for (int i = 0; i < 1_000; i++) {
            calls.next();
        }
    }
}
