package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import io.pixsim.logging.http.endpoint.Certificates;
import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.http.endpoint.TunnelProxy;
import io.pixsim.logging.http.endpoint.WebServer;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.sink.Connection;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.KeyFile;
import io.pixsim.logging.sink.Tls;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private static final Shipment EVENTS =
            new Shipment("b", List.of("{\"msg\":\"hello\"}".getBytes(StandardCharsets.UTF_8)));

    private static Tls serverTls;
    private static Tls clientTls;
    private static Tls stranger;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        KeyFile server = Certificates.selfSigned(folder, "server");
        KeyFile client = Certificates.selfSigned(folder, "client");
        serverTls = Certificates.tls(server, client);
        clientTls = Certificates.tls(client, server);
        stranger = Tls.of(Optional.empty(), Optional.of(server));
    }

    @Test
    void anEndpointThatAsksForACertificateIsShownOne() {
        try (WebServer endpoint = start(true)) {
            assertThat(send(Connection.DEFAULT.withTls(clientTls), endpoint)).isEqualTo(new Delivered(1));
        }
    }

    @Test
    void withoutACertificateItIsASetback() {
        try (WebServer endpoint = start(true)) {
            assertThat(send(Connection.DEFAULT.withTls(stranger), endpoint)).isInstanceOf(Retryable.class);
            assertThat(endpoint.requests()).isEmpty();
        }
    }

    @Test
    void anEndpointThatIsNotTrustedIsSentNothing() {
        try (WebServer endpoint = start(false)) {
            assertThat(send(Connection.DEFAULT, endpoint))
                    .isEqualTo(new Retryable(
                            "a certificate that is not trusted at localhost:" + endpoint.port(),
                            Answer.MISCONFIGURED_PAUSE));
            assertThat(endpoint.requests()).isEmpty();
        }
    }

    @Test
    void aTunnelIsAskedForByNameAndPasswordThatTheEndpointNeverSees() {
        String basic = "Basic " + Base64.getEncoder().encodeToString("user:hunter2".getBytes(StandardCharsets.UTF_8));
        try (WebServer endpoint = start(false);
                TunnelProxy proxy = TunnelProxy.start(basic)) {
            Connection connection = Connection.DEFAULT.withTls(stranger).withProxy(proxy.url("user:hunter2@"));

            assertThat(send(connection, endpoint)).isEqualTo(new Delivered(1));

            assertThat(proxy.requests().get(0).get(0)).startsWith("CONNECT localhost:" + endpoint.port());
            assertThat(endpoint.requests().get(0).header("Proxy-Authorization")).isNull();
        }
    }

    @Test
    void aFileThatIsMissingIsTold() {
        KeyFile missing = new KeyFile(Path.of("no-such.p12"), "hunter2");

        assertThatThrownBy(() -> Tls.of(Optional.of(missing), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("keyStore no-such.p12 can't be used: no such file");
    }

    @Test
    void aFileThatCannotBeOpenedIsToldWithoutItsPassword(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("no-keys.p12"), "hello");

        assertThatThrownBy(() -> Tls.of(Optional.of(new KeyFile(file, "hunter2")), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("keyStore " + file + " can't be used: ")
                .hasMessageNotContaining("hunter2");
    }

    private static WebServer start(boolean asksForCertificate) {
        return WebServer.startTls(serverTls.context(), asksForCertificate, request -> Reply.json(200, "{}"));
    }

    private static Outcome send(Connection connection, WebServer endpoint) {
        URI url = endpoint.url("/logs");
        try (Transport transport = new OkHttpTransport(List.of(url), EndpointOptions.DEFAULT.with(connection))) {
            return transport.send(EVENTS);
        }
    }
}
