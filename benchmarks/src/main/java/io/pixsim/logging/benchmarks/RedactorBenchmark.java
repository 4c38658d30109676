package io.pixsim.logging.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.redact.Redactor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to look at a text: clean ones as most are, and hostile ones of two lengths. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RedactorBenchmark {

    /** Made by JMH. */
    public RedactorBenchmark() {}

    /** A message of a hundred characters. */
    @State(Scope.Benchmark)
    public static class Message {

        private final Redactor redactor = new Redactor(RedactionPolicy.standard());
        private final String text = "provider status polled for job 123 artifact 456: processing, attempt=2 "
                + "duration_ms=345 next poll 15s";
        private final byte[] ascii = (text + "\"        ").getBytes(StandardCharsets.US_ASCII);

        /** Made by JMH. */
        public Message() {}
    }

    /** Values of ten to twenty characters. */
    @State(Scope.Benchmark)
    public static class ShortValue {

        private final Redactor redactor = new Redactor(RedactionPolicy.standard());

        @Param({"text_to_video", "pv_job_48213077", "pixsim.worker"})
        private String text = "";

        /** Made by JMH. */
        public ShortValue() {}
    }

    /** Texts that make a careless scanner look again and again. */
    @State(Scope.Benchmark)
    public static class Hostile {

        private final Redactor redactor = new Redactor(RedactionPolicy.standard());

        @Param({"32", "64"})
        private int kibibytes;

        @Param({"eyJ", "password=\"", "Bearer ", "password=password="})
        private String part = "";

        private String text = "";

        /** Made by JMH. */
        public Hostile() {}

        /** Repeats the part. */
        @Setup
        public void repeat() {
            text = part.repeat(kibibytes * 1024 / part.length());
        }
    }

    /**
     * A clean message, as the encoder asks of one that it has just copied and knows nothing of.
     *
     * @param message the message
     * @return false
     */
    @Benchmark
    public boolean message(Message message) {
        return message.redactor.suspects(message.text, message.ascii, 0, ~0);
    }

    /**
     * The same, as a text that is not in a buffer.
     *
     * @param message the message
     * @return the same
     */
    @Benchmark
    public String messageAsText(Message message) {
        return message.redactor.text(message.text);
    }

    /**
     * A clean value.
     *
     * @param value the value
     * @return the same
     */
    @Benchmark
    public String shortValue(ShortValue value) {
        return value.redactor.text(value.text);
    }

    /**
     * A hostile text.
     *
     * @param hostile the text
     * @return what is left of it
     */
    @Benchmark
    public String hostile(Hostile hostile) {
        return hostile.redactor.text(hostile.text);
    }
}
