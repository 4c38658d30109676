package io.pixsim.logging.test.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.pixsim.logging.test.ingest.ReceivedBatch;
import org.jspecify.annotations.Nullable;

/** Searches bytes for canaries, and tells where they are: in which sink, and in which field of which event. */
final class Sightings {

    /** A dead letter whose event is no JSON. */
    private static final Pattern ENCODED = Pattern.compile("\"event_base64\":\"([A-Za-z0-9+/=]*)\"");

    private final Map<String, String> placesBySecret;
    private final List<String> told = new ArrayList<>();

    Sightings(Map<String, String> placesBySecret) {
        this.placesBySecret = placesBySecret;
    }

    List<String> told() {
        return told;
    }

    void search(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                search(sink(String.valueOf(file.getFileName())), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sink(String file) {
        if (file.endsWith(".seg")) {
            return "spool segment " + file;
        }
        return (file.startsWith("dead-letters") ? "dead letters " : "file ") + file;
    }

    /** Looks into the events, which tells the field whatever the format, and at the bytes, which tells all. */
    void search(ReceivedBatch batch, int number) {
        String sink = "request " + number + " (" + batch.format() + ")";
        String body = text(batch.body());
        placesBySecret.forEach((secret, place) -> {
            String where = inEvents(batch, secret);
            if (where == null && body.contains(secret)) {
                where = where(body, body.indexOf(secret), secret);
            }
            if (where != null) {
                tell(sink, where, place);
            }
        });
    }

    private static @Nullable String inEvents(ReceivedBatch batch, String secret) {
        for (int i = 0; i < batch.events().size(); i++) {
            String field = FieldPath.in(batch.events().get(i), secret);
            if (field != null) {
                return "field " + field + " of event " + (i + 1);
            }
        }
        return null;
    }

    void search(String sink, byte[] bytes) {
        String text = text(bytes);
        placesBySecret.forEach((secret, place) -> {
            int at = text.indexOf(secret);
            if (at >= 0) {
                tell(sink, where(text, at, secret), place);
            }
        });
        Matcher encoded = ENCODED.matcher(text);
        while (encoded.find()) {
            search(sink + ", event_base64", Base64.getDecoder().decode(encoded.group(1)));
        }
    }

    private void tell(String sink, String where, String place) {
        told.add(sink + ", " + where + ": the canary planted as " + place);
    }

    /** One character for each byte: whatever encoding they are in, none is lost. */
    private static String text(byte[] bytes) {
        return new String(Unpacking.unpacked(bytes), ISO_8859_1);
    }

    private static String where(String text, int at, String secret) {
        String field = FieldPath.around(text, at, secret);
        boolean binary = text.indexOf('\0') >= 0;
        if (field != null && binary) {
            return "field " + field + " at byte " + at;
        }
        long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return (field == null ? "at byte " + at : "field " + field) + " of line " + line;
    }
}
