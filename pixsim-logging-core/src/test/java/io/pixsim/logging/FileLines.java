package io.pixsim.logging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.encode.JsonReader;

/** The events in a file of JSON lines. */
final class FileLines {

    private FileLines() {}

    static List<Map<String, Object>> events(Path file) throws IOException {
        List<Map<String, Object>> events = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            events.add(JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)));
        }
        return events;
    }
}
