package io.pixsim.logging.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import org.jspecify.annotations.Nullable;

/** An event's line, encoded when the first asks for it, and for all who do. */
final class EncodedOnce {

    private final ILoggingEvent event;
    private final Encoder<ILoggingEvent> encoder;
    private @Nullable String line;

    EncodedOnce(ILoggingEvent event, Encoder<ILoggingEvent> encoder) {
        this.event = event;
        this.encoder = encoder;
    }

    String line() {
        String encoded = line;
        if (encoded == null) {
            encoded = withoutEnd(new String(encoder.encode(event), UTF_8));
            line = encoded;
        }
        return encoded;
    }

    private static String withoutEnd(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }
}
