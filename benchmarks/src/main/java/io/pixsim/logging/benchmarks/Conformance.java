package io.pixsim.logging.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Tries every contestant with hostile values, each in a JVM of its own, and writes the page. */
final class Conformance {

    private Conformance() {}

    /** The argument is the file to write. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String newestHome = System.getProperty("benchmarks.newest", "");
        Map<Contestant, Score> scores = new EnumMap<>(Contestant.class);
        for (Contestant each : Contestant.values()) {
            String home = each == Contestant.PENNA ? newestHome : System.getProperty("java.home");
            if (!home.isBlank()) {
                scores.put(each, ConformanceProbe.run(each, Path.of(home, "bin", "java")));
                System.out.println(each.title() + ": " + scores.get(each));
            }
        }
        Path file = Path.of(args[0]);
        Files.writeString(file, new ConformancePage(Machine.now(), scores).markdown());
        Score ours = scores.get(Contestant.PIXSIM);
        if (ours == null || ours.passed() < ours.total()) {
            throw new IllegalStateException("our own encoder: " + ours);
        }
    }
}
