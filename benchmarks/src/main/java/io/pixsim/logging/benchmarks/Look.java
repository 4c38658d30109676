package io.pixsim.logging.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.openjdk.jmh.results.RunResult;

/**
 * What it took to look at one text for secrets.
 *
 * @param benchmark what was looked at: {@code message}, {@code messageAsText}, {@code shortValue} or {@code hostile}
 * @param text the text, or the part that it repeats
 * @param kibibytes how long a hostile text is; 0 for others
 * @param nanos time in nanoseconds
 */
record Look(String benchmark, String text, int kibibytes, double nanos) {

    /** What is to be reached with a clean message of a hundred characters. */
    private static final double MESSAGE_NANOS = 150;

    /** What a text twice as long may take at most, in times. */
    private static final double TWICE = 2.2;

    static Look of(RunResult result) {
        String name = result.getParams().getBenchmark();
        String kibibytes = param(result, "kibibytes");
        return new Look(
                name.substring(name.lastIndexOf('.') + 1),
                Stream.of(param(result, "part"), param(result, "text"))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(
                                name.endsWith("messageAsText")
                                        ? "the same, not yet in the encoder's buffer"
                                        : "a clean message of 100 characters, in the encoder"),
                kibibytes.isEmpty() ? 0 : Integer.parseInt(kibibytes),
                Row.elapsed(result));
    }

    /** The looks as a table, hostile texts of both lengths beside each other. */
    static String table(List<Look> looks) {
        StringBuilder out = new StringBuilder("\n## Looking for secrets\n\n");
        out.append("| text | ns | twice as long, ns | × | goal | reached |\n|---|--:|--:|--:|---|---|\n");
        looks.stream().filter(look -> look.kibibytes != 64).forEach(look -> out.append(look.row(looks)));
        return out.toString();
    }

    private String row(List<Look> looks) {
        if (kibibytes == 0) {
            boolean message = benchmark.equals("message");
            String goal = message ? "≤ 150 ns" : "–";
            String reached = message ? reached(nanos <= MESSAGE_NANOS) : "–";
            return "| %s | %.1f | – | – | %s | %s |%n".formatted(shown(), nanos, goal, reached);
        }
        double longer = twiceAsLong(looks).map(Look::nanos).orElse(Double.NaN);
        double times = longer / nanos;
        return "| %d KiB of %s | %,.0f | %,.0f | %.2f | ≤ 2.2 × | %s |%n"
                .formatted(kibibytes, shown(), nanos, longer, times, reached(times <= TWICE));
    }

    private Optional<Look> twiceAsLong(List<Look> looks) {
        return looks.stream()
                .filter(other -> other.text.equals(text) && other.kibibytes == 2 * kibibytes)
                .findFirst();
    }

    private String shown() {
        return benchmark.startsWith("message") ? text : "`" + text + "`";
    }

    private static String reached(boolean reached) {
        return reached ? "yes" : "**no**";
    }

    private static String param(RunResult result, String name) {
        String value = result.getParams().getParam(name);
        return value == null ? "" : value;
    }
}
