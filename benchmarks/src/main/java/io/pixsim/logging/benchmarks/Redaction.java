package io.pixsim.logging.benchmarks;

import java.util.List;
import java.util.Objects;

import org.openjdk.jmh.results.RunResult;

/**
 * What one event without secrets took.
 *
 * @param event which
 * @param redacted whether secrets were looked for
 * @param cpu CPU time in nanoseconds
 */
record Redaction(EventKind event, boolean redacted, double cpu) {

    /** What an event may take at most with redaction, in times of what it takes without. */
    private static final double MOST = 1.25;

    static Redaction of(RunResult result) {
        return new Redaction(
                EventKind.valueOf(Objects.requireNonNull(result.getParams().getParam("event"))),
                Boolean.parseBoolean(result.getParams().getParam("redacted")),
                Row.cpu(result));
    }

    /** Events with and without redaction beside each other. */
    static String table(List<Redaction> all) {
        StringBuilder out = new StringBuilder("""

                ## Redaction on against off

                Our encoder with its redactor, and with one that knows no key and reads no text, which only a benchmark can make.
                A message of a hundred characters that is new each time has no goal here: the look at it may take 150 ns, which
                is more than a quarter of such an event.

                | event without secrets | on, CPU ns | off, CPU ns | × | goal | reached |
                |---|--:|--:|--:|---|---|
                """);
        for (Redaction on : all) {
            all.stream()
                    .filter(off -> on.redacted && !off.redacted && off.event == on.event)
                    .forEach(off -> out.append(on.row(off)));
        }
        return out.toString();
    }

    private String row(Redaction off) {
        double times = cpu / off.cpu;
        String reached = times <= MOST ? "yes" : "**no**";
        return "| %s | %.0f | %.0f | %.2f | %s |%n"
                .formatted(
                        title(), cpu, off.cpu, times, event == EventKind.MESSAGE ? "– | –" : "≤ 1.25 × | " + reached);
    }

    private String title() {
        return switch (event) {
            case PIPELINE -> "INFO, 12 fields";
            case FRESH -> "INFO, nothing reusable";
            case MESSAGE -> "INFO, a new message of 98 characters";
            case ERROR, FRESH_ERROR, LONG -> event.name();
        };
    }
}
