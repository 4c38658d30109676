package io.pixsim.logging.collector.ingest.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import io.pixsim.logging.collector.ingest.body.BodyException.Kind;
import org.jspecify.annotations.Nullable;

/** Unpacks bodies, and stops at the limit: a few bytes may stand for gigabytes. */
public final class Unpacking {

    private Unpacking() {}

    /** What was packed, if it was; not more than a number of bytes. */
    public static byte[] unpack(byte[] body, @Nullable String encoding, int maxBytes) throws BodyException {
        String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> gunzip(body, maxBytes);
            default -> throw new BodyException(Kind.ENCODING, "Content-Encoding is not gzip: " + name);
        };
    }

    private static byte[] gunzip(byte[] body, int maxBytes) throws BodyException {
        byte[] plain;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            plain = in.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw new BodyException(Kind.MALFORMED, "the body is not gzip: " + e.getMessage());
        }
        if (plain.length > maxBytes) {
            throw new BodyException(Kind.TOO_LARGE, "the unpacked body has more than " + maxBytes + " bytes");
        }
        return plain;
    }
}
