package io.pixsim.logging.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

import io.pixsim.logging.sink.Compression;
import io.pixsim.logging.sink.Connection;
import io.pixsim.logging.sink.Credentials;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.IngestionFormat;
import io.pixsim.logging.sink.KeyFile;
import io.pixsim.logging.sink.Tls;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@link HttpAppender} that say where batches go and how endpoints are spoken to, as text for {@code
 * logback.xml}. What is wrong with them is told when the appender is started.
 */
public abstract class EndpointAppender extends StoringAppender {

    /** What is looked at where a URL is wanted and there is a destination. */
    private static final String NO_URL = "http://destination.invalid/";

    private final List<String> fallbackUrls = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private EndpointOptions inCode = EndpointOptions.DEFAULT;
    private Supplier<Optional<Destination>> destination = Optional::empty;
    private @Nullable String url;
    private @Nullable String format;
    private @Nullable String token;
    private @Nullable String compression;
    private @Nullable String index;
    private boolean naiveTimestamps;
    private OptionalInt inFlight = OptionalInt.empty();
    private @Nullable String proxy;
    private @Nullable String timeout;
    private @Nullable String connectTimeout;
    private @Nullable String keyStore;
    private String keyStorePassword = "";
    private @Nullable String trustStore;
    private String trustStorePassword = "";

    EndpointAppender() {}

    /**
     * Where batches are posted to.
     *
     * @param url {@code http} or {@code https}; a user and a password in front of the host are basic authentication
     */
    public void setUrl(String url) {
        this.url = url;
    }

    /**
     * Adds an endpoint that batches are posted to while those before it are down.
     *
     * @param url as for {@link #setUrl}
     */
    public void addFallbackUrl(String url) {
        fallbackUrls.add(url);
    }

    /**
     * What is sent. Default {@code pixsim}.
     *
     * @param format {@value IngestionFormat#ALLOWED}
     */
    public void setFormat(String format) {
        this.format = format;
    }

    /**
     * The bearer token to send. Default none.
     *
     * @param token the token
     */
    public void setToken(String token) {
        this.token = token;
    }

    /**
     * Adds a header to each request.
     *
     * @param header {@code name: value}
     */
    public void addHeader(String header) {
        headers.add(header);
    }

    /**
     * Whether requests are packed. Default {@code auto}.
     *
     * @param compression {@value Compression#ALLOWED}
     */
    public void setCompression(String compression) {
        this.compression = compression;
    }

    /**
     * The index or data stream that bulk requests name. Default {@code logs-pixsim-default}, or none where the URL is
     * {@code …/name/_bulk}.
     *
     * @param index visible ASCII without quotes
     */
    public void setIndex(String index) {
        this.index = index;
    }

    /**
     * Whether PixSim batches have timestamps without a time zone, as the backend of 2025 wants them. Default false.
     *
     * @param naiveTimestamps true for that backend
     */
    public void setNaiveTimestamps(boolean naiveTimestamps) {
        this.naiveTimestamps = naiveTimestamps;
    }

    /**
     * The HTTP proxy to go through. Default what the JVM's own settings say.
     *
     * @param proxy {@code http://host:port} or {@code http://user:password@host:port}
     */
    public void setProxy(String proxy) {
        this.proxy = proxy;
    }

    /**
     * How long a request may take at the most, answer included. Default ten seconds.
     *
     * @param timeout {@code 10s}, {@code 500 ms}, {@code 1 minute}; a bare number is seconds
     */
    public void setTimeout(String timeout) {
        this.timeout = timeout;
    }

    /**
     * How many requests may be under way at once, each over a connection and a thread of its own. Default 1. More of them
     * carry more to an endpoint that takes its time to answer, and in no particular order; while it fails, it is asked one
     * request at a time whatever is set here.
     *
     * @param inFlight 1 to {@value EndpointOptions#MOST_IN_FLIGHT}
     */
    public void setInFlight(int inFlight) {
        this.inFlight = OptionalInt.of(inFlight);
    }

    /**
     * How long connecting may take at the most. Default three seconds.
     *
     * @param connectTimeout as for {@link #setTimeout}
     */
    public void setConnectTimeout(String connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    /**
     * The client's own certificate and key, for endpoints that ask for one. Default none.
     *
     * @param keyStore a file, PKCS12 or JKS
     */
    public void setKeyStore(String keyStore) {
        this.keyStore = keyStore;
    }

    /**
     * What opens the key store.
     *
     * @param keyStorePassword the password
     */
    public void setKeyStorePassword(String keyStorePassword) {
        this.keyStorePassword = keyStorePassword;
    }

    /**
     * Which certificates of endpoints are trusted. Default those that the JVM trusts.
     *
     * @param trustStore a file, PKCS12 or JKS
     */
    public void setTrustStore(String trustStore) {
        this.trustStore = trustStore;
    }

    /**
     * What opens the trust store.
     *
     * @param trustStorePassword the password
     */
    public void setTrustStorePassword(String trustStorePassword) {
        this.trustStorePassword = trustStorePassword;
    }

    /**
     * How endpoints are spoken to, from code: with headers that change, or with TLS of the program's own. What is set as
     * text counts more.
     *
     * @param options the options
     */
    public void setEndpoint(EndpointOptions options) {
        this.inCode = options;
    }

    /**
     * Where batches go instead of to a URL, from code alone. What is set of endpoints counts for nothing then.
     *
     * @param maker makes a destination for each request that may be under way; it connects to nothing yet
     */
    public void setDestination(Supplier<Destination> maker) {
        this.destination = () -> Optional.of(maker.get());
        this.url = NO_URL;
    }

    /** A new destination, or nothing where batches go to a URL. */
    Optional<Destination> destination() {
        return destination.get();
    }

    /** The endpoint. */
    URI url() {
        if (url == null || url.isBlank()) {
            throw new IllegalArgumentException("url is not set");
        }
        return uri("url", url);
    }

    /** How it is spoken to. */
    EndpointOptions endpoint() {
        EndpointOptions options = inCode.with(connection(inCode.connection()));
        if (format != null) {
            options = options.with(
                    IngestionFormat.parse(format).orElseThrow(() -> wrong("format", IngestionFormat.ALLOWED, format)));
        }
        if (compression != null) {
            options = options.with(Compression.parse(compression)
                    .orElseThrow(() -> wrong("compression", Compression.ALLOWED, compression)));
        }
        options = index != null ? options.withIndex(index) : options;
        options = inFlight.isPresent() ? options.withInFlight(inFlight.getAsInt()) : options;
        options = naiveTimestamps ? options.withNaiveTimestamps() : options;
        for (String fallback : fallbackUrls) {
            options = options.withFallback(uri("fallbackUrl", fallback));
        }
        return options.with(credentials(options.credentials()));
    }

    private Credentials credentials(Credentials others) {
        Map<String, String> always = new LinkedHashMap<>();
        headers.forEach(header -> put(header, always));
        return new Credentials(
                token != null ? Optional.of(token) : others.token(),
                always.isEmpty() ? others.headers() : Optional.of(() -> always));
    }

    private static void put(String header, Map<String, String> to) {
        int colon = header.indexOf(':');
        if (colon < 1) {
            // Without the text, which may hold a credential.
            throw new IllegalArgumentException("header is not name: value");
        }
        String name = header.substring(0, colon).strip();
        if (!Credentials.isSendable(name)
                || !header.strip().chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f))) {
            throw new IllegalArgumentException("header holds a character that no header may have");
        }
        to.put(name, header.substring(colon + 1).strip());
    }

    private Connection connection(Connection others) {
        Connection connection = others.withTimeouts(
                timeout != null ? Interval.parse("timeout", timeout) : others.timeout(),
                connectTimeout != null ? Interval.parse("connectTimeout", connectTimeout) : others.connectTimeout());
        connection = proxy != null ? connection.withProxy(uri("proxy", proxy)) : connection;
        Optional<KeyFile> keys = keyFile(keyStore, keyStorePassword);
        Optional<KeyFile> trusted = keyFile(trustStore, trustStorePassword);
        return keys.isPresent() || trusted.isPresent() ? connection.withTls(Tls.of(keys, trusted)) : connection;
    }

    private static Optional<KeyFile> keyFile(@Nullable String file, String password) {
        return Optional.ofNullable(file).map(name -> new KeyFile(Path.of(name), password));
    }

    private static URI uri(String name, String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            // Without the value, and without the cause that quotes it: a URL may hold a password.
            throw new IllegalArgumentException(name + " is not a URL");
        }
    }

    private static IllegalArgumentException wrong(String name, String allowed, @Nullable String value) {
        return new IllegalArgumentException(name + " is not " + allowed + ": " + value);
    }
}
