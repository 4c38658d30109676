package io.pixsim.logging.collector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.pixsim.logging.collector.store.opensearch.OpenSearchOptions;

/**
 * A cluster of OpenSearch or Elasticsearch that a collector keeps its entries in. Many collectors may use one. Immutable. What
 * proves who asks is in no text of it.
 *
 * <pre>{@code
 * Collector.builder().openSearch(OpenSearchCluster.at("https://one:9200,https://two:9200")
 *     .authorization("ApiKey …")
 *     .trusting(Path.of("ca.pem")))
 * }</pre>
 */
public final class OpenSearchCluster {

    private final OpenSearchOptions options;

    private OpenSearchCluster(OpenSearchOptions options) {
        this.options = options;
    }

    /**
     * A cluster of some nodes; which of them is asked changes when one can't be reached.
     *
     * @param addresses of the nodes, with commas between: {@code https://user:password@host:9200}; user and password, which are
     *     sent to all of them, may be left out
     * @return the cluster
     * @throws IllegalArgumentException when an address is none; it is not repeated in the message
     */
    public static OpenSearchCluster at(String addresses) {
        return new OpenSearchCluster(OpenSearchOptions.of(addresses));
    }

    /**
     * Who asks, in place of a user and a password.
     *
     * @param header what is sent as {@code Authorization}, such as {@code Bearer …} or {@code ApiKey …}; not blank
     * @return the cluster
     */
    public OpenSearchCluster authorization(String header) {
        if (header.isBlank()) {
            throw new IllegalArgumentException("authorization is blank");
        }
        return new OpenSearchCluster(options.withAuthorization(header.strip()));
    }

    /**
     * Whose certificates are trusted, in place of those that the JDK trusts. Names of hosts are checked in any case.
     *
     * @param certificates a file of certificates, as PEM
     * @return the cluster
     * @throws IOException when the file can't be read or holds none
     */
    public OpenSearchCluster trusting(Path certificates) throws IOException {
        try (InputStream stream = Files.newInputStream(certificates)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                trusted.setCertificateEntry("trusted-" + count++, certificate);
            }
            if (count == 0) {
                throw new IOException("no certificate in " + certificates);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, managers.getTrustManagers(), null);
            return new OpenSearchCluster(options.withTls(tls));
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificates in " + certificates + ": " + e.getMessage(), e);
        }
    }

    /**
     * What the names of indices, templates and policies begin with. Default {@code pixsim-logs}.
     *
     * @param prefix lower-case letters, digits, {@code _} and {@code -}, a letter first; up to 61
     * @return the cluster
     */
    public OpenSearchCluster prefix(String prefix) {
        return new OpenSearchCluster(options.withPrefix(prefix));
    }

    /**
     * How many primary shards the index of a day has. Default 1, which suits some ten million entries a day.
     *
     * @param number at least 1
     * @return the cluster
     */
    public OpenSearchCluster shards(int number) {
        return new OpenSearchCluster(options.withShards(number));
    }

    OpenSearchOptions options() {
        return options;
    }

    @Override
    public String toString() {
        return options.toString();
    }
}
