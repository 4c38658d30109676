package io.pixsim.logging.http.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.spool.DeadLetterFile;
import org.jspecify.annotations.Nullable;

/**
 * Where events go that the endpoint refuses: a line of JSON for each, with time, status, the endpoint's reason and the
 * event as it was sent.
 */
final class DeadLetters {

    private static final char FIRST_PRINTABLE = ' ';

    private final @Nullable DeadLetterFile file;
    private final InstantSource clock;

    private DeadLetters(@Nullable DeadLetterFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** In the file that the settings name, or else in the spool's folder, or nowhere. */
    static DeadLetters of(ForwarderSettings settings, InstantSource clock) {
        Path path = settings.deadLetters();
        if (path == null && settings.spool() != null) {
            path = settings.spool().folder().resolve(DeadLetterFile.NAME);
        }
        DeadLetterFile file = path == null ? null : new DeadLetterFile(path, DeadLetterFile.MOST_BYTES);
        return new DeadLetters(file, clock);
    }

    /** Whether the events are in the file now. */
    boolean take(Batch refused, int status, String reason) {
        if (file == null) {
            return false;
        }
        try {
            file.append(lines(refused, status, reason));
            return true;
        } catch (IOException | RuntimeException e) {
            Diagnostics.shared()
                    .trouble("refused events could not be written to the dead-letter file: "
                            + e.getClass().getName());
            return false;
        }
    }

    private byte[] lines(Batch refused, int status, String reason) {
        String head = "{\"time\":\"" + clock.instant().truncatedTo(ChronoUnit.MILLIS) + "\",\"status\":" + status
                + ",\"reason\":\"" + escaped(reason) + "\",";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] event : Stamp.stamped(refused)) {
            out.writeBytes(bytes(head));
            writeEvent(event, out);
            out.writeBytes(bytes("}\n"));
        }
        return out.toByteArray();
    }

    private static void writeEvent(byte[] event, ByteArrayOutputStream out) {
        if (event[0] == '{' && event[event.length - 1] == '}') {
            out.writeBytes(bytes("\"event\":"));
            out.writeBytes(event);
        } else {
            out.writeBytes(bytes("\"event_base64\":\"" + Base64.getEncoder().encodeToString(event) + '"'));
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else {
                escaped.append(c < FIRST_PRINTABLE || Character.isSurrogate(c) ? ' ' : c);
            }
        }
        return escaped.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
