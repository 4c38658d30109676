package io.pixsim.logging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.encode.JsonReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** A program whose jobs are recorded, and the files of its jobs. */
abstract class RecorderFixture {

    static final Duration LONG = Duration.ofSeconds(30);

    final PrintStream console = System.out;
    final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void silence() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        Logging.shutdown(LONG);
        System.setOut(console);
        MDC.clear();
    }

    Logger recording(GateOptions.Builder gate) {
        boolean decided = gate.build().recordedBytes().isPresent();
        return Logging.configure(LoggingOptions.forService("worker")
                .gate(decided ? gate.build() : gate.recordJobs(1 << 20).build())
                .files(FileOptions.builder().folder(folder).build())
                .build());
    }

    List<Map<String, Object>> ofJob(String jobId) throws IOException {
        Logging.flush(LONG);
        Path file = folder.resolve("projects/_none/files/logs/jobs/" + jobId + ".jsonl");
        List<Map<String, Object>> events = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            events.add(JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)));
        }
        return events;
    }

    static List<Object> values(List<Map<String, Object>> events, String field) {
        return events.stream().map(event -> event.get(field)).toList();
    }
}
