package io.pixsim.logging.reference;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.pixsim.logging.encode.Dialect;
import io.pixsim.logging.logback.FailureGuardTurboFilter;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.test.conformance.EncoderConformance;
import io.pixsim.logging.test.conformance.LogbackTarget;
import io.pixsim.logging.test.conformance.Target;

/** Our own encoder in the conformance suite, and the lines that come out. */
public final class OwnEncoder {

    private OwnEncoder() {}

    static Target target(Dialect dialect) {
        JsonLinesEncoder encoder = new JsonLinesEncoder();
        encoder.setService("worker");
        encoder.setDialect(dialect);
        return LogbackTarget.of(encoder, new FailureGuardTurboFilter());
    }

    /** The lines of each case; one of them is two, as its value logs too. */
    public static List<String> conformanceLines(Dialect dialect) throws InterruptedException {
        return EncoderConformance.ofTarget(() -> target(dialect)).report().results().stream()
                .flatMap(result -> Stream.of(new String(result.output(), StandardCharsets.UTF_8).split("\n", -1)))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The lines of calls at random, the same ones for the same seed. */
    public static List<String> randomLines(Dialect dialect, long seed, int calls) {
        return Recorder.linesOf(log -> {
                    RandomCalls random = new RandomCalls(log, seed);
                    for (int i = 0; i < calls; i++) {
                        random.next();
                    }
                })
                .get(dialect);
    }
}
