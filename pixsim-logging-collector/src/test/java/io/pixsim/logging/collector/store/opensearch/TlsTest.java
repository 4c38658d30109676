package io.pixsim.logging.collector.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.pixsim.logging.collector.Collector;
import io.pixsim.logging.collector.OpenSearchCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster behind TLS, whose certificate is for localhost and signed by nobody whom the JDK trusts. */
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static KeyStore keys;
    private static Path certificate;
    private FakeCluster cluster;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = keys();
        certificate = folder.resolve("ca.pem");
        Files.writeString(
                certificate,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("node").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    @BeforeEach
    void start() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        cluster = new FakeCluster(server, "{\"version\":{\"distribution\":\"opensearch\"}}");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void itIsTrustedWhenItsCertificateIs() throws Exception {
        OpenSearchCluster trusted = at("localhost").trusting(certificate).authorization(" ApiKey s3cr3t ");

        Collector.builder().openSearch(trusted).port(0).start().close();

        assertThat(cluster.calls)
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.authorization()).isEqualTo("ApiKey s3cr3t"));
        assertThat(trusted.toString()).doesNotContain("s3cr3t");
    }

    @Test
    void itIsNotTrustedOtherwise() {
        assertThatThrownBy(() ->
                        Collector.builder().openSearch(at("localhost")).port(0).start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("certification path");
        assertThat(cluster.calls).isEmpty();
    }

    @Test
    void itIsNotTrustedUnderAnotherName() {
        assertThatThrownBy(() -> Collector.builder()
                        .openSearch(at("127.0.0.1").trusting(certificate))
                        .port(0)
                        .start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1");
        assertThat(cluster.calls).isEmpty();
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pem"));

        assertThatThrownBy(() -> at("localhost").trusting(empty)).hasMessageContaining("no certificate in " + empty);
    }

    private OpenSearchCluster at(String host) {
        return OpenSearchCluster.at("https://" + host + ":" + cluster.port());
    }

    private static KeyStore keys() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "node",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "1000",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            keys.load(stream, PASSWORD);
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
