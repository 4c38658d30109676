package io.pixsim.logging.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.pixsim.logging.test.conformance.CaseResult;
import io.pixsim.logging.test.conformance.Check;
import io.pixsim.logging.test.conformance.EncoderConformance;
import io.pixsim.logging.test.conformance.Finding;

/** Tries one contestant in a JVM of its own, which a value may leave without heap or with threads that never end. */
final class ConformanceProbe {

    /** The contestants may print too. */
    private static final String MARK = "case:";

    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Set<Check> APART = EnumSet.of(Check.REPAIRED, Check.WIRE);
    /** Where a line was not fit to be read, neither the repairs nor the rules of the wire were looked at. */
    private static final Set<Check> UNREAD = EnumSet.range(Check.EVENT, Check.JSON);

    private ConformanceProbe() {}

    /** Run in the other JVM. */
    public static void main(String[] args) throws InterruptedException {
        Contestant contestant = Contestant.valueOf(args[0]);
        List<CaseResult> results = EncoderConformance.ofTarget(contestant::target)
                .with(Check.REPAIRED, Check.WIRE)
                .within(DEADLINE)
                .report()
                .results();
        System.out.println();
        results.forEach(result -> System.out.println(MARK + line(result)));
        // A call that never came back would keep it.
        Runtime.getRuntime().halt(0);
    }

    /** Starts the other JVM and takes its word. */
    static Score run(Contestant contestant) throws IOException, InterruptedException {
        Process probe = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        Jvm.LOGBACK,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        ConformanceProbe.class.getName(),
                        contestant.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> printed = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<Score.Line> cases = printed.stream()
                .filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()).split("\t", -1))
                .map(parts -> new Score.Line(parts[0], Boolean.parseBoolean(parts[1]), Boolean.parseBoolean(parts[2])))
                .toList();
        if (probe.waitFor() != 0 || cases.size() != EncoderConformance.cases().size()) {
            throw new IllegalStateException(contestant + " ended with " + probe.exitValue() + " after " + cases.size());
        }
        return new Score(cases);
    }

    private static String line(CaseResult result) {
        List<Check> failed = result.findings().stream().map(Finding::check).toList();
        String word = failed.stream()
                .filter(check -> !APART.contains(check))
                .findFirst()
                .map(Check::failure)
                .orElse("ok");
        boolean read = failed.stream().noneMatch(UNREAD::contains);
        return word + "\t" + (read && !failed.contains(Check.REPAIRED)) + "\t" + (read && !failed.contains(Check.WIRE));
    }
}
