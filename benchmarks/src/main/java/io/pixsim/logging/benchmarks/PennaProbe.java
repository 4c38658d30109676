package io.pixsim.logging.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads back what Penna writes, in a JVM that can run it: prints what is missing. */
final class PennaProbe {

    /** Penna itself prints too. */
    private static final String MARK = "missing:";

    private PennaProbe() {}

    /** Run in the other JVM. */
    public static void main(String[] args) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        PennaSink.exchange(Channels.newChannel(line));
        Event event = EventKind.PIPELINE.make(7);
        Caller caller = new Slf4jCaller();
        caller.bind(event.context());
        caller.log(event);
        Verdict verdict = FieldCheck.check(event, line.toByteArray());
        System.out.println(MARK + String.join(", ", verdict.missing()));
    }

    /** Starts the other JVM and takes its word. */
    static Verdict run(Path java) throws IOException, InterruptedException {
        Process probe = new ProcessBuilder(
                        java.toString(),
                        Jvm.PENNA,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        PennaProbe.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int mark = printed.lastIndexOf(MARK);
        if (probe.waitFor() != 0 || mark < 0) {
            throw new IllegalStateException("the probe of Penna ended with " + probe.exitValue() + ": " + printed);
        }
        String missing = printed.substring(mark + MARK.length());
        return new Verdict(missing.isEmpty() ? List.of() : List.of(missing), List.of());
    }
}
