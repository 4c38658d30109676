package io.pixsim.logging.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointOptionsTest {

    private static final URI SECOND = URI.create("https://second/");

    @Test
    void eachOptionChangesItselfAlone() {
        Connection connection = Connection.DEFAULT.withTimeouts(Duration.ofSeconds(1), Duration.ofMillis(1));

        EndpointOptions options = EndpointOptions.of(IngestionFormat.BULK)
                .with(Credentials.bearer("t"))
                .with(Compression.NONE)
                .with(connection)
                .withIndex("logs")
                .withNaiveTimestamps()
                .withInFlight(3)
                .withFallback(SECOND)
                .withFallback(URI.create("http://third/"));

        assertThat(options.format()).contains(IngestionFormat.BULK);
        assertThat(options.credentials().token()).contains("t");
        assertThat(options.compression()).isEqualTo(Compression.NONE);
        assertThat(options.connection()).isEqualTo(connection);
        assertThat(options.index()).contains("logs");
        assertThat(options.naiveTimestamps()).isTrue();
        assertThat(options.inFlight()).hasValue(3);
        assertThat(options.fallbacks()).containsExactly(SECOND, URI.create("http://third/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a\"b", "a\\b", "ü"})
    void anIndexIsVisibleAsciiWithoutQuotes(String index) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EndpointOptions.DEFAULT.withIndex(index))
                .withMessage("index is not visible ASCII without quotes: " + index);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17})
    void moreRequestsAtATimeThanSixteenAreRefused(int requests) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EndpointOptions.DEFAULT.withInFlight(requests))
                .withMessage("inFlight not in 1..16: " + requests);
    }

    @Test
    void aFallbackIsAnEndpoint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EndpointOptions.DEFAULT.withFallback(URI.create("ftp://user:hunter2@host")))
                .withMessage("fallbackUrl is not http(s)://host…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://proxy:3128", "http://proxy", "http:///x", "socks://proxy:1"})
    void aProxyIsAnHttpProxyWithAPort(String proxy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connection.DEFAULT.withProxy(URI.create(proxy)))
                .withMessage("proxy is not http://host:port");
    }

    @Test
    void timeoutsAreMoreThanZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connection.DEFAULT.withTimeouts(Duration.ZERO, Duration.ofSeconds(1)))
                .withMessage("timeout <= 0: PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connection.DEFAULT.withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(-1)))
                .withMessage("connectTimeout <= 0: PT-1S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2 ", "hunter2\n", "hünter2"})
    void aTokenThatCannotBeSentIsNotQuoted(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.bearer(token))
                .withMessage("token holds a character that no header may have, or nothing");
    }

    @ParameterizedTest
    @CsvSource({"pixsim, PIXSIM", "' OTLP ', OTLP", "Bulk, BULK"})
    void aFormatIsReadInAnyCase(String name, IngestionFormat format) {
        assertThat(IngestionFormat.parse(name)).contains(format);
        assertThat(IngestionFormat.parse(format.toString())).contains(format);
    }

    @Test
    void whatIsNoNameIsNone() {
        assertThat(IngestionFormat.parse("json")).isEqualTo(Optional.empty());
        assertThat(Compression.parse("zstd")).isEqualTo(Optional.empty());
        assertThat(Compression.parse("Gzip")).contains(Compression.GZIP);
    }
}
