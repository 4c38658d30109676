package io.pixsim.logging.test.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Objects that do harm when they are read. */
final class Hostile {

    private Hostile() {}

    /** Throws anything, declared or not. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "DoNotCallSuggester"})
    static <T extends Throwable, R> R toss(Throwable thrown) throws T {
        throw (T) thrown;
    }

    static Object throwing(Supplier<? extends Throwable> thrown) {
        return new Saying(() -> Hostile.<RuntimeException, String>toss(thrown.get()));
    }

    static Object overflowing() {
        return new Saying(Hostile::deeper);
    }

    @SuppressWarnings("InfiniteRecursion") // the very thing
    private static String deeper() {
        return deeper() + "x";
    }

    static Object proxy() {
        return Proxy.newProxyInstance(
                Hostile.class.getClassLoader(), new Class<?>[] {Comparable.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("a proxy whose target is gone");
                });
    }

    static Object supplierOfItself() {
        return new Supplier<Object>() {
            @Override
            public Object get() {
                return this;
            }

            @Override
            public String toString() {
                return "a supplier";
            }
        };
    }

    static Object referenceToItself() {
        AtomicReference<Object> reference = new AtomicReference<>();
        reference.set(reference);
        return reference;
    }

    static Object layers(int count) {
        Object value = "core";
        for (int i = 0; i < count; i++) {
            value = Optional.of(value);
        }
        return value;
    }

    /** Says what it is told to. */
    static final class Saying {

        private final Supplier<@Nullable String> text;

        Saying(Supplier<@Nullable String> text) {
            this.text = text;
        }

        @Override
        @SuppressWarnings({"NullAway", "ToStringReturnsNull"}) // the very thing
        public String toString() {
            return text.get();
        }
    }

    /** A bean whose properties can't be read. */
    public static final class Bean {

        /** A connection that is closed. */
        @SuppressWarnings("DoNotCallSuggester") // whoever reads the bean calls it
        public String getConnection() {
            throw new IllegalStateException("the connection is closed");
        }

        /** Another bean, and so for ever. */
        public Bean getParent() {
            return new Bean();
        }

        @Override
        public String toString() {
            return "a bean";
        }
    }

    /** A record of which one component can't be read. */
    record Torn(String whole, String broken) {
        @Override
        public String broken() {
            throw new IllegalStateException("not there any more");
        }
    }

    /** A record with a value that can't be told. */
    record Holding(String whole, @Nullable Object value) {}

    /** A constant that does not know its name. */
    enum Nameless {
        ONLY;

        @Override
        public String toString() {
            throw new IllegalStateException("no name");
        }
    }

    /** Equal to nothing, in no table. */
    static final class Unequal {
        @Override
        @SuppressWarnings("EqualsUnsafeCast")
        public boolean equals(@Nullable Object other) {
            throw new IllegalStateException("equals");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("hashCode");
        }

        @Override
        public String toString() {
            return "unequal";
        }
    }

    /** A text that lies about its length. */
    static final class LyingText implements CharSequence {
        @Override
        public int length() {
            return Integer.MAX_VALUE;
        }

        @Override
        public char charAt(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return this;
        }

        @Override
        public String toString() {
            return "short";
        }
    }

    /** A stream that must not be read, since it is somebody's. */
    static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the pipe is broken");
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            throw new IOException("the pipe is broken");
        }
    }

    /** A number whose text is none. */
    static final class NoNumber extends Number {

        private static final long serialVersionUID = 1L;

        @Override
        public int intValue() {
            throw new ArithmeticException("no int");
        }

        @Override
        public long longValue() {
            throw new ArithmeticException("no long");
        }

        @Override
        public float floatValue() {
            throw new ArithmeticException("no float");
        }

        @Override
        public double doubleValue() {
            throw new ArithmeticException("no double");
        }

        @Override
        public String toString() {
            return "},\"level\":\"fake\",\"x\":{";
        }
    }
}
