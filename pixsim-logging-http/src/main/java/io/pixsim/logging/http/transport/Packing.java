package io.pixsim.logging.http.transport;

import java.util.Locale;

import io.pixsim.logging.sink.Compression;
import org.jspecify.annotations.Nullable;

/**
 * Whether an endpoint is sent gzip: as it was set up, until the endpoint itself says otherwise. It does so by an {@code
 * Accept-Encoding} in an answer (RFC 9110, 12.5.3), or by taking plain what it refused packed. For one thread.
 */
final class Packing {

    /** Less than this gains nothing. */
    static final int LEAST_BYTES = 1024;

    private final boolean never;
    private boolean packs;

    Packing(Compression compression, boolean formatPacksWell) {
        never = compression == Compression.NONE;
        packs = compression == Compression.GZIP || (compression == Compression.AUTO && formatPacksWell);
    }

    boolean packs(long bytes) {
        return packs && !never && bytes >= LEAST_BYTES;
    }

    /** The endpoint took plain what it had refused packed. */
    void refused() {
        packs = false;
    }

    /** The endpoint has answered with this header. */
    void told(@Nullable String acceptEncoding) {
        if (acceptEncoding != null) {
            packs = takesGzip(acceptEncoding.toLowerCase(Locale.ROOT));
        }
    }

    private static boolean takesGzip(String acceptEncoding) {
        for (String coding : acceptEncoding.split(",", -1)) {
            String[] parts = coding.strip().split("\\s*;\\s*q\\s*=\\s*", 2);
            if (parts[0].equals("gzip")) {
                return parts.length == 1 || !parts[1].matches("0(\\.0*)?");
            }
        }
        return false;
    }
}
