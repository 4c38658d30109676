package io.pixsim.logging.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingTest {

    private static final URI ENDPOINT = URI.create("http://localhost:8001/api/v1/logs/ingest/batch");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void anEndpointAloneTakesTheDefaults() {
        assertThat(Forwarding.to(ENDPOINT))
                .isEqualTo(new Forwarding(ENDPOINT, OptionalInt.empty(), Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "https://logs.example.org/ingest",
                "http://[::1]:8001/",
                "http://logs_of_compose:8001/ingest",
                "HTTPS://logs.example.org",
                "http://logs.example.org:65535",
                "http://logs.example.org:/ingest"
            })
    void anEndpointIsHttpWithAHost(String url) {
        assertThat(Forwarding.to(URI.create(url)).url()).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host/",
                "localhost:8001",
                "//host/path",
                "/api/v1/logs",
                "",
                "http:/no-host",
                "http://:8001/no-host",
                "http://user:hunter2@/no-host",
                "mailto:a@b.c"
            })
    void anyOtherUrlIsRefusedWithoutRepeatingIt(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forwarding.to(URI.create(url)))
                .withMessage("url is not http(s)://host…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host:0/",
                "http://host:65536/",
                "http://[::1]:99999/",
                "http://user:hunter2@host:99999/",
                "http://logs_of_compose:8001x/"
            })
    void aPortThatCantBeIsRefusedWithoutRepeatingTheUrl(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forwarding.to(URI.create(url)))
                .withMessage("url has a port that is not in 1..65535");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 500})
    void aBatchHoldsOneToFiveHundredEvents(int batchSize) {
        assertThat(new Forwarding(ENDPOINT, batchSize, SECOND).batchSize()).hasValue(batchSize);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void anyOtherBatchSizeIsRefusedWithTheRangeAndTheValue(int batchSize) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Forwarding(ENDPOINT, batchSize, SECOND))
                .withMessage("batchSize not in 1..500: " + batchSize);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-0.001S", "PT-5S"})
    void aFlushIntervalIsMoreThanZero(Duration interval) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Forwarding(ENDPOINT, 10, interval))
                .withMessage("flushInterval <= 0: " + interval);
    }

    @Test
    void theSmallestFlushIntervalIsTaken() {
        Duration smallest = Duration.ofNanos(1);

        assertThat(new Forwarding(ENDPOINT, 10, smallest).flushInterval()).isEqualTo(smallest);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Forwarding(ENDPOINT, 10, null))
                .withMessage("flushInterval");
        assertThatNullPointerException()
                .isThrownBy(() -> new Forwarding(null, 10, SECOND))
                .withMessage("url");
    }
}
