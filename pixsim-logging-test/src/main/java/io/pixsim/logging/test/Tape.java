package io.pixsim.logging.test;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import io.pixsim.logging.test.recording.Recording;
import org.jspecify.annotations.Nullable;

/** Takes down each event once, even when it comes over two appenders: the root logger's and the front door's. */
final class Tape {

    private final Recording<CapturedEvent> recording = new Recording<>();

    @SuppressWarnings("ThreadLocalUsage") // one for each capture that is on, and gone with it
    private final ThreadLocal<@Nullable WeakReference<ILoggingEvent>> last = new ThreadLocal<>();

    private volatile boolean stopped;

    Recording<CapturedEvent> recording() {
        return recording;
    }

    void take(ILoggingEvent event, Encoder<ILoggingEvent> encoder) {
        if (stopped || isLast(event)) {
            return;
        }
        recording.add(new CapturedEvent(line(encoder.encode(event))));
        // Set now and not before: a value that logs while it is encoded puts an event of its own in between.
        last.set(new WeakReference<>(event));
    }

    void stop() {
        stopped = true;
    }

    /** The appenders of one event are called one after the other, on the thread that logs it. */
    private boolean isLast(ILoggingEvent event) {
        WeakReference<ILoggingEvent> seen = last.get();
        return seen != null && seen.refersTo(event);
    }

    private static String line(byte[] encoded) {
        String text = new String(encoded, StandardCharsets.UTF_8);
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
