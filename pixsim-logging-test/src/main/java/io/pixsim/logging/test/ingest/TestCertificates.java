package io.pixsim.logging.test.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Objects;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import io.pixsim.logging.sink.Tls;

/**
 * The two certificates of TLS on the loopback: the endpoint's and its client's, self-signed and good until 2119. Their keys
 * lie beside this class for all to read, so they prove nothing and protect nothing.
 */
final class TestCertificates {

    private static final char[] PASSWORD = "for-tests-alone".toCharArray();
    private static final String ENDPOINT = "endpoint";
    private static final String CLIENT = "client";

    private TestCertificates() {}

    static Tls endpoint() {
        return tls(ENDPOINT, CLIENT);
    }

    static Tls client() {
        return tls(CLIENT, ENDPOINT);
    }

    /** What shows the one and trusts the other. */
    private static Tls tls(String own, String other) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(own), PASSWORD);
            X509TrustManager trust = trust(other);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), new TrustManager[] {trust}, null);
            return new Tls(context, trust);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM can't use the test certificates", e);
        }
    }

    private static X509TrustManager trust(String name) throws GeneralSecurityException {
        KeyStore trusted = store(name);
        // A key store with a key trusts nobody by that: its certificate has to stand by itself.
        trusted.setCertificateEntry("trusted", trusted.getCertificate(name));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
    }

    private static KeyStore store(String name) throws GeneralSecurityException {
        try (InputStream file = TestCertificates.class.getResourceAsStream(name + ".p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(Objects.requireNonNull(file, name), PASSWORD);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
