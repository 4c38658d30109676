package io.pixsim.logging.test.conformance;

import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Throwables that do harm when they are read. */
final class HostileThrowables {

    private static final StackTraceElement[] TWO_FRAMES = {
        new StackTraceElement("conformance.Step2", "run", "Step2.java", 20),
        new StackTraceElement("conformance.Step1", "main", null, -1)
    };

    private HostileThrowables() {}

    /** An exception that is like any other but for one part. */
    static class Odd extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Odd(@Nullable String message) {
            super(message);
            setStackTrace(TWO_FRAMES);
        }

        Odd(@Nullable String message, @Nullable Throwable cause) {
            super(message, cause);
            setStackTrace(TWO_FRAMES);
        }
    }

    static Throwable withMessage(Supplier<@Nullable String> message) {
        return new Odd("unused") {
            private static final long serialVersionUID = 1L;

            @Override
            public @Nullable String getMessage() {
                return message.get();
            }
        };
    }

    static Throwable withCause(Supplier<@Nullable Throwable> cause) {
        return new Odd("with an odd cause") {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized @Nullable Throwable getCause() {
                return cause.get();
            }
        };
    }

    static Throwable withFrames(Supplier<StackTraceElement @Nullable []> frames) {
        return new Odd("with odd frames") {
            private static final long serialVersionUID = 1L;

            @Override
            @SuppressWarnings("NullAway") // null is one of the things that it must not give
            public StackTraceElement[] getStackTrace() {
                return frames.get();
            }
        };
    }

    /** Its own cause. */
    static Throwable selfCaused() {
        return new Odd("its own cause") {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Throwable getCause() {
                return this;
            }
        };
    }

    static Throwable withoutWords() {
        return new Odd("unused") {
            private static final long serialVersionUID = 1L;

            @Override
            @SuppressWarnings("OverrideThrowableToString") // the very thing
            public String toString() {
                throw new IllegalStateException("toString");
            }

            @Override
            public String getLocalizedMessage() {
                throw new IllegalStateException("getLocalizedMessage");
            }
        };
    }

    static Throwable unequal() {
        return new Odd("in no table") {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean equals(@Nullable Object other) {
                throw new IllegalStateException("equals");
            }

            @Override
            public int hashCode() {
                throw new IllegalStateException("hashCode");
            }
        };
    }

    static Throwable circle() {
        Exception inner = new Exception("inner");
        Odd outer = new Odd("outer", new Odd("middle", inner));
        inner.initCause(outer);
        return outer;
    }

    static Throwable chain(int causes) {
        Throwable failure = new Odd("cause 0");
        for (int i = 1; i < causes; i++) {
            failure = new Odd("cause " + i, failure);
        }
        return failure;
    }

    /** Each cause has one more. */
    static Throwable endlessChain(Patience patience) {
        return withCause(() -> {
            patience.read();
            return endlessChain(patience);
        });
    }

    static Throwable suppressingEachOther() {
        Odd one = new Odd("one");
        Odd other = new Odd("other", one);
        one.addSuppressed(other);
        return one;
    }

    static Throwable suppressingDeeply(int depth) {
        Throwable failure = new Odd("suppressed 0");
        for (int i = 1; i < depth; i++) {
            Odd outer = new Odd("suppressing " + i);
            outer.addSuppressed(failure);
            failure = outer;
        }
        return failure;
    }

    static Throwable suppressingMany(int count) {
        Odd failure = new Odd("suppressing many");
        IntStream.range(0, count).forEach(i -> failure.addSuppressed(new Odd("suppressed " + i)));
        return failure;
    }

    static Throwable deep(int frames) {
        Odd failure = new Odd("deep");
        failure.setStackTrace(IntStream.range(0, frames)
                .mapToObj(i -> new StackTraceElement("conformance.Recursion", "step" + i, "Recursion.java", i))
                .toArray(StackTraceElement[]::new));
        return failure;
    }

    static Throwable framed(StackTraceElement frame) {
        Odd failure = new Odd("oddly framed");
        failure.setStackTrace(new StackTraceElement[] {frame});
        return failure;
    }
}
