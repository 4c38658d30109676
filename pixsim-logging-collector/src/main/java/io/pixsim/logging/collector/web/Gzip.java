package io.pixsim.logging.collector.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;

/** Packs answers for clients that take them packed. */
final class Gzip {

    static final String NAME = "gzip";

    private static final int WORTH_IT = 1400;
    private static final Set<String> TEXTS =
            Set.of("application/json", "application/x-ndjson", "application/yaml", "application/javascript");

    private Gzip() {}

    /** Whether a client takes it: it has to say so, and not to take it back by {@code q=0}. */
    static boolean isTaken(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.split(";", 2);
            if (parts[0].strip().equals(NAME)) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    /** Whether an answer is a text of some length, and not packed yet. */
    static boolean isWorthIt(Reply reply) {
        if (reply.body().length < WORTH_IT || reply.headers().containsKey("Content-Encoding")) {
            return false;
        }
        String type = reply.mediaType().split(";", 2)[0];
        return TEXTS.contains(type) || type.startsWith("text/");
    }

    static byte[] packed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) { // bytes in memory take everything
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
