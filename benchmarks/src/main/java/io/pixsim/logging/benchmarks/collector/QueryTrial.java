package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Asks each question many times, over one connection. */
final class QueryTrial {

    /** All questions in turn, until the compiler of the JVM that answers has come to rest. */
    private static final long NANOS_TO_WARM_UP = TimeUnit.SECONDS.toNanos(12);

    /** Then one of them, until what it reads is in memory. */
    private static final long NANOS_OF_ITS_OWN = TimeUnit.SECONDS.toNanos(1);

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int LEAST = 20;

    private QueryTrial() {}

    /** Asks a question once, and checks that it is answered. */
    interface Asking {

        void ask(Question question) throws IOException, InterruptedException;
    }

    /**
     * How long a question took, from the request to the last byte of the answer, in milliseconds.
     *
     * @param first the first time of all
     * @param p50 what half of the answers did not exceed
     * @param p95 what 95 of a hundred did not exceed
     */
    record Result(double first, double p50, double p95) {}

    /** Asks all questions, each at most so many times. */
    static Map<Question, Result> run(Asking asking, int times) throws IOException, InterruptedException {
        Map<Question, Double> first = new EnumMap<>(Question.class);
        for (long end = System.nanoTime() + NANOS_TO_WARM_UP; System.nanoTime() < end; ) {
            for (Question question : Question.values()) {
                first.putIfAbsent(question, once(asking, question));
            }
        }
        Map<Question, Result> results = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            for (long end = System.nanoTime() + NANOS_OF_ITS_OWN; System.nanoTime() < end; ) {
                asking.ask(question);
            }
            double[] millis = new double[times];
            int asked = 0;
            long end = System.nanoTime() + LONGEST_NANOS;
            while (asked < times && (asked < LEAST || System.nanoTime() < end)) {
                millis[asked++] = once(asking, question);
            }
            Arrays.sort(millis, 0, asked);
            results.put(
                    question,
                    new Result(first.getOrDefault(question, Double.NaN), millis[asked / 2], millis[asked * 95 / 100]));
        }
        return results;
    }

    private static double once(Asking asking, Question question) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        asking.ask(question);
        return (System.nanoTime() - begin) / 1e6;
    }
}
