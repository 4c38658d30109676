package io.pixsim.logging.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;

/**
 * What TLS connections are made with.
 *
 * @param context makes them
 * @param trustManager what the context trusts
 */
public record Tls(SSLContext context, X509TrustManager trustManager) {

    /**
     * A context and what it trusts.
     *
     * @param context makes the connections
     * @param trustManager what the context trusts
     */
    public Tls {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(trustManager, "trustManager");
    }

    /**
     * TLS by files of keys. The files are read now; what is told of one that can't be holds no password.
     *
     * @param keyStore the client's own certificate and key, for endpoints that ask for one; empty for none
     * @param trustStore whom to trust; empty for whom the JVM trusts
     * @return what connections are made with
     * @throws IllegalArgumentException when a file can't be read or opened
     */
    public static Tls of(Optional<KeyFile> keyStore, Optional<KeyFile> trustStore) {
        KeyManager[] keys = keyStore.map(Tls::keys).orElse(null);
        X509TrustManager trust =
                trust(trustStore.map(file -> load("trustStore", file)).orElse(null));
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {trust}, null);
            return new Tls(context, trust);
        } catch (GeneralSecurityException e) {
            throw unusable("TLS", e);
        }
    }

    private static KeyManager[] keys(KeyFile file) {
        KeyStore store = load("keyStore", file);
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, file.password().toCharArray());
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw unusable("keyStore " + file, e);
        }
    }

    private static X509TrustManager trust(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no X.509 trust manager in this JVM"));
        } catch (GeneralSecurityException e) {
            throw unusable("trustStore", e);
        }
    }

    private static KeyStore load(String name, KeyFile file) {
        if (!Files.isRegularFile(file.file())) {
            throw new IllegalArgumentException(name + " " + file + " can't be used: no such file");
        }
        try {
            return KeyStore.getInstance(file.file().toFile(), file.password().toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(name + " " + file, e);
        }
    }

    private static IllegalArgumentException unusable(String what, Exception cause) {
        return new IllegalArgumentException(
                what + " can't be used: " + cause.getClass().getSimpleName());
    }

    @Override
    public String toString() {
        return "own";
    }
}
