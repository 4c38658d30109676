package io.pixsim.logging.reference;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;
import org.slf4j.Logger;

/** What is thrown; with frames that stay the same when this file changes. */
final class CorpusFailures {

    private CorpusFailures() {}

    static void exceptions(Logger log) {
        log.error("an exception", thrown(new TimeoutException("no answer in 5 s"), 2));
        log.error("an exception without a message", thrown(new IllegalStateException(), 1));
        log.error(
                Stage.PROVIDER_ERROR,
                "an exception with two causes",
                thrown(
                        new IllegalStateException(
                                "job failed",
                                thrown(
                                        new IOException(
                                                "submit failed", thrown(new TimeoutException("no answer in 5 s"), 4)),
                                        3)),
                        2));
        log.error("an exception, and an error of one's own", Fields.ERROR.of("given"), thrown(new Exception("x"), 1));
        log.error("an exception that suppresses another", suppressing());
        log.error("an exception whose message has two lines", thrown(new IOException("first\nsecond"), 1));
        log.error("an exception with 200 frames", thrown(new StackOverflowError(), 200));
        log.error("an exception that is its own cause's cause", circular());
    }

    private static Throwable suppressing() {
        Throwable outer = thrown(new IOException("write failed"), 2);
        outer.addSuppressed(thrown(new IOException("close failed"), 1));
        return outer;
    }

    private static Throwable circular() {
        Exception inner = thrown(new Exception("inner"), 1);
        Exception outer = thrown(new Exception("outer", inner), 1);
        inner.initCause(outer);
        return outer;
    }

    /** The innermost frames are the last ones made, as on a stack: two throwables share their outer frames. */
    private static <T extends Throwable> T thrown(T throwable, int frames) {
        StackTraceElement[] stack = new StackTraceElement[frames];
        for (int i = 0; i < frames; i++) {
            int depth = frames - i;
            stack[i] =
                    new StackTraceElement("io.pixsim.worker.Step" + depth, "run", "Step" + depth + ".java", 10 + depth);
        }
        throwable.setStackTrace(stack);
        return throwable;
    }
}
