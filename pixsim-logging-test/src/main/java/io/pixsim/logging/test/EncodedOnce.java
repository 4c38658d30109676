package io.pixsim.logging.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import org.jspecify.annotations.Nullable;

/** An event as it is captured, encoded when the first asks for it, and for all who do. */
final class EncodedOnce {

    private final ILoggingEvent event;
    private final Encoder<ILoggingEvent> encoder;
    private @Nullable CapturedEvent captured;

    EncodedOnce(ILoggingEvent event, Encoder<ILoggingEvent> encoder) {
        this.event = event;
        this.encoder = encoder;
    }

    CapturedEvent captured() {
        CapturedEvent encoded = captured;
        if (encoded == null) {
            String line = withoutEnd(new String(encoder.encode(event), UTF_8));
            encoded = new CapturedEvent(line, GivenNames.numbered(event));
            captured = encoded;
        }
        return encoded;
    }

    private static String withoutEnd(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }
}
