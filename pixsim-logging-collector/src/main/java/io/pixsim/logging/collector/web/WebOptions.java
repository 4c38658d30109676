package io.pixsim.logging.collector.web;

import java.util.Set;

import io.pixsim.logging.collector.ingest.body.IngestLimits;
import io.pixsim.logging.collector.store.RetentionRules;
import org.jspecify.annotations.Nullable;

/**
 * Where the API is, and who may use it.
 *
 * @param host the address to listen on
 * @param hosts other names under which a server on a loopback address is called
 * @param port the port; 0 for any free one
 * @param writeToken what clients show to write, or null
 * @param readToken what clients show to read, or null
 * @param origins pages that may call from a browser; {@code *} for all
 * @param limits how much a request may bring
 * @param retention how long entries are kept, to be told
 */
public record WebOptions(
        String host,
        Set<String> hosts,
        int port,
        @Nullable String writeToken,
        @Nullable String readToken,
        Set<String> origins,
        IngestLimits limits,
        RetentionRules retention) {

    /** A copy that nobody changes. */
    public WebOptions {
        hosts = Set.copyOf(hosts);
        origins = Set.copyOf(origins);
    }

    /** Whether others than this machine can reach it, and may write or read without a token. */
    public boolean isOpenToOthers() {
        return (writeToken == null || readToken == null) && !HostCheck.isLoopback(host);
    }
}
