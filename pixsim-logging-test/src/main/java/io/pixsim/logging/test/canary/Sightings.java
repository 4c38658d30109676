package io.pixsim.logging.test.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pixsim.logging.encode.JsonReader;
import org.jspecify.annotations.Nullable;

/** Searches bytes for canaries, and tells where they are: in which sink, and in which field of which line. */
final class Sightings {

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
                search("file " + file.getFileName(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void search(String sink, byte[] bytes) {
        // one character for each byte: whatever encoding they are in, none is lost
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        placesBySecret.forEach((secret, place) -> {
            int at = text.indexOf(secret);
            if (at >= 0) {
                told.add(sink + ", " + where(text, at, secret) + ": the canary planted as " + place);
            }
        });
    }

    private static String where(String text, int at, String secret) {
        int start = text.lastIndexOf('\n', at) + 1;
        int end = text.indexOf('\n', at);
        String line = text.substring(start, end < 0 ? text.length() : end);
        long number = text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
        String field = field(line, secret);
        return (field == null ? "at byte " + at : "field " + field) + " of line " + number;
    }

    private static @Nullable String field(String line, String secret) {
        try {
            byte[] json = line.getBytes(StandardCharsets.ISO_8859_1);
            return find(JsonReader.read(json), secret, "");
        } catch (IOException e) { // no JSON
            return null;
        }
    }

    private static @Nullable String find(@Nullable Object value, String secret, String path) {
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String name = path + (path.isEmpty() ? "" : ".") + entry.getKey();
                String found = name.contains(secret) ? path + " (a name)" : find(entry.getValue(), secret, name);
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                String found = find(list.get(i), secret, path + "[" + i + "]");
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof String text && text.contains(secret)) {
            return path;
        }
        return null;
    }
}
