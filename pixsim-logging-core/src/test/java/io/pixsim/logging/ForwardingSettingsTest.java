package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;

import io.pixsim.logging.sink.Credentials;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.IngestionFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether events are forwarded, where to, and that no setting is quoted with a credential in it. */
class ForwardingSettingsTest extends SettingsFixture {

    @Test
    void howTheEndpointIsSpokenToIsRead() {
        variables.put("PIXSIM_LOG_INGESTION_URL", URL + " , https://second/a,b,HTTP://third");
        variables.put("PIXSIM_LOG_INGESTION_FORMAT", "OTLP");
        variables.put("PIXSIM_LOG_INGESTION_TOKEN", "s3cret");
        variables.put("PIXSIM_LOG_INGESTION_IN_FLIGHT", "4");

        EndpointOptions endpoint = resolve().forwarding().orElseThrow().endpoint();

        assertThat(endpoint.format()).contains(IngestionFormat.OTLP);
        assertThat(endpoint.credentials().token()).contains("s3cret");
        assertThat(endpoint.inFlight()).hasValue(4);
        assertThat(endpoint.fallbacks()).containsExactly(URI.create("https://second/a,b"), URI.create("HTTP://third"));
        assertThat(voice.lines()).isEmpty();
    }

    @Test
    void whatTheProgramSaysOfTheEndpointCountsMore() {
        variables.put("PIXSIM_LOG_INGESTION_FORMAT", "otlp");
        variables.put("PIXSIM_LOG_INGESTION_TOKEN", "s3cret");
        variables.put("PIXSIM_LOG_INGESTION_IN_FLIGHT", "4");
        EndpointOptions chosen = EndpointOptions.of(IngestionFormat.BULK)
                .with(Credentials.headers(Map::of))
                .withInFlight(2);

        LoggingOptions code = options().ingestionUrl(URL).endpoint(chosen).build();

        assertThat(Settings.resolve(code, environment())
                        .forwarding()
                        .orElseThrow()
                        .endpoint())
                .isEqualTo(chosen);
    }

    @Test
    void aTokenThatCannotBeSentIsNotQuoted() {
        variables.put("PIXSIM_LOG_INGESTION_URL", URL.toString());
        variables.put("PIXSIM_LOG_INGESTION_TOKEN", "hunter2 hunter2");

        assertThat(resolve().forwarding().orElseThrow().endpoint().credentials())
                .isEqualTo(Credentials.NONE);
        assertThat(voice.lines())
                .containsExactly(
                        "pixsim-logging: PIXSIM_LOG_INGESTION_TOKEN is '***', which is not visible ASCII without"
                                + " blanks; taking none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:hunter2@host:8001/x", "ftp://user:hunter2@host", "http:// user:hunter2@host"})
    void aUrlThatIsNoneIsToldWithoutItsPassword(String url) {
        variables.put("PIXSIM_LOG_INGESTION_URL", url);

        assertThat(resolve().forwarding()).isEmpty();
        assertThat(voice.lines()).hasSize(1).allSatisfy(line -> assertThat(line).doesNotContain("hunter2"));
    }

    @Test
    void aWrongUrlIsToldWithoutItsCredentials() {
        variables.put("PIXSIM_LOG_INGESTION_URL", "ftp://user:hunter2@host/path");

        resolve();

        assertThat(voice.lines())
                .hasSize(1)
                .allSatisfy(
                        line -> assertThat(line).contains("ftp://***@host/path").doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0", "no", "off", "FALSE"})
    void forwardingCanBeSwitchedOff(String off) {
        variables.put("PIXSIM_LOG_INGESTION_URL", URL.toString());
        variables.put("PIXSIM_LOG_ENABLE_HTTP", off);

        assertThat(resolve().forwarding()).isEmpty();
        assertThat(voice.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "yes", "on", "force"})
    void forwardingIsOnWhereThereIsAUrl(String on) {
        variables.put("PIXSIM_LOG_INGESTION_URL", URL.toString());
        variables.put("PIXSIM_LOG_ENABLE_HTTP", on);

        assertThat(resolve().forwarding()).isPresent();
    }
}
