package io.pixsim.logging.test.ingest;

import static io.pixsim.logging.test.ingest.Client.GOOD;
import static io.pixsim.logging.test.ingest.Client.batchOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManager;

import io.pixsim.logging.test.ingest.IngestServer.Generation;
import org.junit.jupiter.api.Test;

class SecurityTest {

    @Test
    @IngestEndpoint(security = Security.TLS)
    void overTlsItStoresWhatItsOwnClientsSend(IngestServer server) throws Exception {
        var response = post(server, server.clientTls().context());

        assertThat(server.url()).hasScheme("https");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.events()).hasSize(1);
    }

    @Test
    @IngestEndpoint(security = Security.TLS)
    void whoTrustsOnlyWhatTheJvmTrustsDoesNotTrustIt(IngestServer server) throws Exception {
        SSLContext ordinary = SSLContext.getDefault();

        assertThatThrownBy(() -> post(server, ordinary)).isInstanceOf(SSLHandshakeException.class);
        assertThat(server.batches()).isEmpty();
    }

    @Test
    @IngestEndpoint(security = Security.TLS)
    void itAsksNobodyForACertificateUnlessToldTo(IngestServer server) throws Exception {
        var response = post(server, withoutCertificate(server));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    @IngestEndpoint(security = Security.MUTUAL_TLS)
    void whoeverShowsACertificateIsSpokenTo(IngestServer server) throws Exception {
        var response = post(server, server.clientTls().context());

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    @IngestEndpoint(security = Security.MUTUAL_TLS)
    void whoeverShowsNoneIsNot(IngestServer server) throws Exception {
        SSLContext anonymous = withoutCertificate(server);

        assertThatThrownBy(() -> post(server, anonymous)).isInstanceOf(IOException.class);
        assertThat(server.batches()).isEmpty();
    }

    @Test
    @IngestEndpoint(value = Generation.S0, security = Security.TLS)
    void downAndUpAgainItIsSpokenToAsBefore(IngestServer server) throws Exception {
        SSLContext tls = server.clientTls().context();
        post(server, tls);
        server.down();
        assertThatThrownBy(() -> post(server, tls)).isInstanceOf(IOException.class);

        server.up();
        var response = post(server, tls);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.batches()).hasSize(2);
    }

    private static SSLContext withoutCertificate(IngestServer server) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {server.clientTls().trustManager()}, null);
        return context;
    }

    private static HttpResponse<String> post(IngestServer server, SSLContext tls)
            throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
        return http.send(Client.request(server.url(), batchOf(GOOD)), BodyHandlers.ofString());
    }
}
