package io.pixsim.logging.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tries every contestant with hostile values, each in a JVM of its own, and writes the page. */
final class Conformance {

    private static final int AT_ONCE = 2;

    private Conformance() {}

    /** The argument is the file to write. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        Map<Contestant, Score> scores = scores();
        Files.writeString(Path.of(args[0]), new ConformancePage(Machine.now(), scores).markdown());
        scores.forEach((contestant, score) -> System.out.println(contestant.title() + ": " + score));
        Score ours = scores.get(Contestant.PIXSIM);
        if (ours == null || ours.passed() < ours.total()) {
            throw new IllegalStateException("our own encoder: " + ours);
        }
    }

    private static Map<Contestant, Score> scores() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<Contestant, Future<Score>> running = new EnumMap<>(Contestant.class);
            for (Contestant each : Contestant.values()) {
                running.put(each, threads.submit(() -> ConformanceProbe.run(each)));
            }
            Map<Contestant, Score> scores = new EnumMap<>(Contestant.class);
            for (Map.Entry<Contestant, Future<Score>> each : running.entrySet()) {
                scores.put(each.getKey(), each.getValue().get());
            }
            return scores;
        } finally {
            threads.shutdown();
        }
    }
}
