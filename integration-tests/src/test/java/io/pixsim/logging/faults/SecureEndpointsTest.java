package io.pixsim.logging.faults;

import static io.pixsim.logging.journeys.Patience.LONG;
import static io.pixsim.logging.journeys.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.sink.Connection;
import io.pixsim.logging.sink.Credentials;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.Tls;
import io.pixsim.logging.test.ingest.Accounting;
import io.pixsim.logging.test.ingest.Answer;
import io.pixsim.logging.test.ingest.IngestServer;
import io.pixsim.logging.test.ingest.IngestServer.Generation;
import io.pixsim.logging.test.ingest.ReceivedBatch;
import io.pixsim.logging.test.ingest.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;

/** Endpoints as they stand in production: behind TLS, proxies and passwords, two of them. */
class SecureEndpointsTest {

    private static final int EVENTS = 1_000;
    private static final String BASIC = "Basic " + Base64.getEncoder().encodeToString("user:hunter2".getBytes(UTF_8));

    private IngestServer endpoint = IngestServer.start(Generation.H, Security.TLS);

    @AfterEach
    void stop() {
        Logging.shutdown(Duration.ZERO);
        endpoint.close();
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void howeverItIsSpokenToEachEventArrivesOnce(Security security) {
        restart(security);

        log(endpoint.url(), trusting());

        assertThat(account()).isEqualTo(new Accounting(EVENTS, List.of(), List.of()));
    }

    @Test
    void anEndpointThatGoesDownAndComesBackOverTlsCostsNothing() {
        Logger log = configured(endpoint.url(), EndpointOptions.DEFAULT.with(trusting()));
        Numbered.log(log, 0, 100);
        Logging.flush(LONG);
        endpoint.down();
        Numbered.log(log, 100, EVENTS);
        await().until(() -> Logging.stats().delivery().retries() > 0);

        endpoint.up();
        Logging.flush(LONG);

        assertThat(account()).isEqualTo(new Accounting(EVENTS, List.of(), List.of()));
    }

    @Test
    void whoeverHasNoCertificateToShowKeepsItsEvents() throws Exception {
        restart(Security.MUTUAL_TLS);
        SSLContext anonymous = SSLContext.getInstance("TLS");
        anonymous.init(null, new TrustManager[] {endpoint.clientTls().trustManager()}, null);
        Tls tls = new Tls(anonymous, endpoint.clientTls().trustManager());

        Logger log = configured(endpoint.url(), EndpointOptions.DEFAULT.with(Connection.DEFAULT.withTls(tls)));
        Numbered.log(log, 0, EVENTS);

        assertKeptAfterASetback();
    }

    @Test
    void anEndpointThatIsNotTrustedIsSentNothing() {
        Logger log = configured(endpoint.url(), EndpointOptions.DEFAULT);
        Numbered.log(log, 0, EVENTS);

        assertKeptAfterASetback();
        assertThat(Logging.stats().delivery().lastError())
                .startsWith("a certificate that is not trusted at 127.0.0.1:");
    }

    @Test
    void theUserAndThePasswordOfTheUrlAreShownToTheEndpointAlone() throws Exception {
        try (Tunnel proxy = Tunnel.start(BASIC)) {
            URI url = URI.create(endpoint.url().toString().replace("://", "://user:hunter2@"));

            log(url, trusting().withProxy(proxy.url("user:hunter2@")));

            assertThat(account()).isEqualTo(new Accounting(EVENTS, List.of(), List.of()));
            assertThat(proxy.places())
                    .containsOnly("127.0.0.1:" + endpoint.url().getPort());
            assertThat(endpoint.batches()).allSatisfy(batch -> {
                assertThat(batch.header("Authorization")).isEqualTo(BASIC);
                assertThat(batch.header("Proxy-Authorization")).isNull();
            });
        }
    }

    @Test
    void aProxyThatRefusesThePasswordIsAnOutage() throws Exception {
        try (Tunnel proxy = Tunnel.start(BASIC)) {
            Logger log = configured(
                    endpoint.url(), EndpointOptions.DEFAULT.with(trusting().withProxy(proxy.url("user:wrong@"))));
            Numbered.log(log, 0, EVENTS);

            assertKeptAfterASetback();
            assertThat(Logging.stats().toString()).doesNotContain("wrong", "hunter2");
        }
    }

    @Test
    void whenTheFirstGoesDownTheSecondGetsTheRest() {
        try (IngestServer second = IngestServer.start(Generation.H, Security.TLS)) {
            Logger log = configured(
                    endpoint.url(),
                    EndpointOptions.DEFAULT
                            .with(trusting())
                            .with(Credentials.bearer("s3cret"))
                            .withFallback(second.url()));
            Numbered.log(log, 0, 100);
            Logging.flush(LONG);
            endpoint.down();
            Numbered.log(log, 100, EVENTS);
            Logging.flush(LONG);

            assertThat(endpoint.events()).hasSize(100);
            assertThat(second.events()).hasSize(EVENTS - 100);
            assertThat(second.batches())
                    .extracting(SecureEndpointsTest::authorization)
                    .containsOnly("Bearer s3cret");
            assertThat(Logging.stats().delivery().delivered()).isEqualTo(EVENTS);
        }
    }

    @Test
    void aReaderThatIsSlowerThanTheTimeoutCostsNothing() {
        endpoint.enqueue(Answer.readSlowly(1), Answer.readSlowly(1));
        Connection impatient = trusting().withTimeouts(Duration.ofMillis(500), Duration.ofSeconds(10));

        log(endpoint.url(), impatient);

        assertThat(account()).isEqualTo(new Accounting(EVENTS, List.of(), List.of()));
        assertThat(Logging.stats().delivery().retries()).isGreaterThanOrEqualTo(2);
    }

    private static String authorization(ReceivedBatch batch) {
        return String.valueOf(batch.header("Authorization"));
    }

    private void restart(Security security) {
        endpoint.close();
        endpoint = IngestServer.start(Generation.H, security);
    }

    private Connection trusting() {
        return Connection.DEFAULT.withTls(endpoint.clientTls());
    }

    private static Logger configured(URI url, EndpointOptions options) {
        return Logging.configure(LoggingOptions.forService("worker")
                .ingestionUrl(url)
                .endpoint(options)
                .build());
    }

    private void log(URI url, Connection connection) {
        Logger log = configured(url, EndpointOptions.DEFAULT.with(connection));
        Numbered.log(log, 0, EVENTS);
        Logging.flush(LONG);
    }

    private Accounting account() {
        return endpoint.accounting(Numbered.NUMBER.name());
    }

    private void assertKeptAfterASetback() {
        await().until(() -> Logging.stats().delivery().retries() > 0);
        DeliveryStats stats = Logging.stats().delivery();
        assertThat(stats.pending()).isEqualTo(EVENTS);
        assertThat(stats.droppedTotal()).isZero();
        assertThat(endpoint.batches()).isEmpty();
    }
}
