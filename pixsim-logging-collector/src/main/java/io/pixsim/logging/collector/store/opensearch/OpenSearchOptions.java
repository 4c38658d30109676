package io.pixsim.logging.collector.store.opensearch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * Where a cluster is, and the limits of an {@link OpenSearchStore}. What proves who we are is in no text of it.
 *
 * @param nodes the addresses of nodes, without credentials
 * @param authorization what is sent as {@code Authorization}, or null
 * @param tls whom to trust instead of whom the JDK trusts, or null
 * @param prefix what the names of indices, templates and policies begin with
 * @param shards how many primary shards the index of a day has
 * @param maxWaitingEntries how many entries may wait to be written
 * @param maxWaitingSize how many characters they may have together, roughly
 * @param maxQueryTime how long a question may take
 */
public record OpenSearchOptions(
        List<URI> nodes,
        @Nullable String authorization,
        @Nullable SSLContext tls,
        String prefix,
        int shards,
        int maxWaitingEntries,
        long maxWaitingSize,
        Duration maxQueryTime) {

    private static final String DEFAULT_PREFIX = "pixsim-logs";
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_-]{0,60}");
    private static final Pattern SCHEME = Pattern.compile("(opensearch|elasticsearch)\\+(?=https?:)");

    /** A copy that nobody changes, checked. */
    public OpenSearchOptions {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("no address of a node");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("prefix is not lower-case letters, digits, _ and -: " + prefix);
        }
        if (shards < 1) {
            throw new IllegalArgumentException("shards < 1: " + shards);
        }
    }

    /**
     * Reads addresses, one for each node, with commas between: {@code https://user:password@host:9200,https://other:9200};
     * {@code opensearch+} or {@code elasticsearch+} may stand before each. A user and a password of one are sent to all.
     * The index of a day has one shard; 50,000 entries and 64 Mi characters may wait; a question may take ten seconds.
     */
    public static OpenSearchOptions of(String addresses) {
        List<URI> nodes = new ArrayList<>();
        String authorization = null;
        for (String address : addresses.split(",", -1)) {
            URI uri = uri(address.strip());
            nodes.add(withoutCredentials(uri));
            if (uri.getRawUserInfo() != null) {
                authorization = basic(uri.getRawUserInfo());
            }
        }
        return new OpenSearchOptions(
                nodes, authorization, null, DEFAULT_PREFIX, 1, 50_000, 64L << 20, Duration.ofSeconds(10));
    }

    /** The address is not told when it can't be read: there may be a password in it. */
    private static URI uri(String address) {
        URI uri;
        try {
            uri = URI.create(SCHEME.matcher(address).replaceFirst(""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the address of a node is no URL");
        }
        boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!isHttp || uri.getHost() == null) {
            throw new IllegalArgumentException("the address of a node is not http:// or https:// and a host");
        }
        return uri;
    }

    private static URI withoutCredentials(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        return URI.create(uri.getScheme() + "://" + uri.getHost() + port + path);
    }

    private static String basic(String userInfo) {
        // a plus is no blank here, as it is in forms
        String decoded = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a header {@code Authorization}, such as {@code Bearer …} or {@code ApiKey …}. */
    public OpenSearchOptions withAuthorization(String header) {
        return new OpenSearchOptions(
                nodes, header, tls, prefix, shards, maxWaitingEntries, maxWaitingSize, maxQueryTime);
    }

    /** The same with others to trust. */
    public OpenSearchOptions withTls(SSLContext context) {
        return new OpenSearchOptions(
                nodes, authorization, context, prefix, shards, maxWaitingEntries, maxWaitingSize, maxQueryTime);
    }

    /** The same with other names. */
    public OpenSearchOptions withPrefix(String text) {
        return new OpenSearchOptions(
                nodes, authorization, tls, text, shards, maxWaitingEntries, maxWaitingSize, maxQueryTime);
    }

    /** The same with more shards. */
    public OpenSearchOptions withShards(int number) {
        return new OpenSearchOptions(
                nodes, authorization, tls, prefix, number, maxWaitingEntries, maxWaitingSize, maxQueryTime);
    }

    /** The same with another limit of a question. */
    public OpenSearchOptions withMaxQueryTime(Duration time) {
        return new OpenSearchOptions(
                nodes, authorization, tls, prefix, shards, maxWaitingEntries, maxWaitingSize, time);
    }

    @Override
    public String toString() {
        return "OpenSearch " + nodes + (authorization == null ? "" : " with credentials");
    }
}
