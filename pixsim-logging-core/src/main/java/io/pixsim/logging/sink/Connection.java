package io.pixsim.logging.sink;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The way to an endpoint.
 *
 * @param timeout how long a request may take at the most, answer included; more than zero
 * @param connectTimeout how long connecting may take at the most; more than zero
 * @param proxy an HTTP proxy, {@code http://host:port}, with the user and the password in front of its host if it asks
 *     for them; empty for what the JVM's own settings say
 * @param tls what TLS connections are made with; empty for what the JVM trusts
 */
public record Connection(Duration timeout, Duration connectTimeout, Optional<URI> proxy, Optional<Tls> tls) {

    /** Ten seconds for a request, three for connecting. */
    public static final Connection DEFAULT =
            new Connection(Duration.ofSeconds(10), Duration.ofSeconds(3), Optional.empty(), Optional.empty());

    /**
     * Checks each value against its range.
     *
     * @param timeout how long a request may take at the most
     * @param connectTimeout how long connecting may take at the most
     * @param proxy an HTTP proxy
     * @param tls what TLS connections are made with
     */
    public Connection {
        moreThanZero("timeout", timeout);
        moreThanZero("connectTimeout", connectTimeout);
        proxy.ifPresent(Connection::checkProxy);
        Objects.requireNonNull(tls, "tls");
    }

    /**
     * With other timeouts.
     *
     * @param request how long a request may take at the most, answer included
     * @param connecting how long connecting may take at the most
     * @return a connection of which these alone have changed
     */
    public Connection withTimeouts(Duration request, Duration connecting) {
        return new Connection(request, connecting, proxy, tls);
    }

    /**
     * Through a proxy.
     *
     * @param url {@code http://host:port} or {@code http://user:password@host:port}
     * @return a connection of which this alone has changed
     */
    public Connection withProxy(URI url) {
        return new Connection(timeout, connectTimeout, Optional.of(url), tls);
    }

    /**
     * With TLS of one's own.
     *
     * @param chosen what TLS connections are made with
     * @return a connection of which this alone has changed
     */
    public Connection withTls(Tls chosen) {
        return new Connection(timeout, connectTimeout, proxy, Optional.of(chosen));
    }

    private static void moreThanZero(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " <= 0: " + value);
        }
    }

    private static void checkProxy(URI proxy) {
        // Without the value: it may hold a password.
        if (!"http".equalsIgnoreCase(proxy.getScheme()) || proxy.getHost() == null || proxy.getPort() < 1) {
            throw new IllegalArgumentException("proxy is not http://host:port");
        }
    }

    @Override
    public String toString() {
        return "Connection[timeout=" + timeout + ", connectTimeout=" + connectTimeout + ", proxy="
                + proxy.map(HttpUrls::shown).orElse("none") + ", tls="
                + tls.map(Tls::toString).orElse("none") + "]";
    }
}
