package io.pixsim.logging.collector.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;

/**
 * What was measured of the page: printed, kept in {@code target/page/measured.txt}, and written as a document where {@code
 * pixsim.page.figures} names one.
 */
final class Figures {

    private static final Path KEPT = Path.of("target/page/measured.txt");
    private static final String DOCUMENT = System.getProperty("pixsim.page.figures", "");

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final List<String> filters = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    void other(String name, String value) {
        others.add("| " + name + " | " + value + " |");
        say("%-48s %s".formatted(name, value));
    }

    /**
     * How long it took from a change of the filter, in milliseconds.
     *
     * @param name which filter
     * @param firstAnswers until the list was another one, round by round
     * @param results until the lines were drawn
     * @param waits of it, until the collector began to answer
     */
    void filter(String name, List<Double> firstAnswers, List<Double> results, List<Double> waits) {
        filters.add("| %s | %s | %s | %s | %s |"
                .formatted(name, middle(waits), middle(firstAnswers), middle(results), most(results)));
        say("%-24s collector %s, drawn %s, result %s, at most %s ms"
                .formatted(name, middle(waits), middle(firstAnswers), middle(results), most(results)));
    }

    private void say(String line) {
        lines.add(line);
        System.out.println("page: " + line);
    }

    private static String middle(List<Double> values) {
        return rounded(
                values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow());
    }

    private static String most(List<Double> values) {
        return rounded(Collections.max(values));
    }

    private static String rounded(double millis) {
        return String.format(Locale.ROOT, "%,d", Math.round(millis));
    }

    void write(int rows, Browser browser) throws IOException {
        Files.createDirectories(KEPT.getParent());
        Files.write(KEPT, lines);
        if (DOCUMENT.isEmpty()) {
            return;
        }
        List<String> text = new ArrayList<>(List.of(
                "# Benchmarks of the page",
                "",
                "Written by `mvn -Pbrowser verify -pl pixsim-logging-collector -am -Dtest=ManyLinesTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dpixsim.page.figures=FILE`; not edited by hand.",
                "",
                "| | |",
                "|---|---|",
                "| machine | " + machine() + " |",
                "| JDK | " + System.getProperty("java.vm.name") + " " + Runtime.version() + " |",
                "| browser | Chromium " + browser.version() + ", headless, on the same machine |",
                "| date | " + LocalDate.now(ZoneOffset.UTC) + " |",
                "| data | %,d entries that arrived today, with times of the last 22 hours; the day is not sealed |"
                        .formatted(rows),
                "",
                "## From a change of the filter",
                "",
                "Milliseconds, the middle one of some rounds: until the collector began to answer the question for lines; until the"
                        + " list that answers was drawn, be it that nothing is found so far and that the search goes on; until lines"
                        + " were drawn that meet the filter; and the longest of the latter. Counts come after that.",
                "",
                "| filter | collector | list drawn | lines drawn | longest |",
                "|---|--:|--:|--:|--:|"));
        text.addAll(filters);
        text.addAll(List.of("", "## Else", "", "| measured | |", "|---|---|"));
        text.addAll(others);
        Files.write(Path.of(DOCUMENT), text);
    }

    private static String machine() throws IOException {
        Path cpu = Path.of("/proc/cpuinfo");
        String model = System.getProperty("os.arch");
        if (Files.isReadable(cpu)) {
            try (Stream<String> all = Files.lines(cpu)) {
                model = all.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(model);
            }
        }
        return model + ", " + Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name");
    }
}
