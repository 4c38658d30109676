package io.pixsim.logging.web.servlet;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Hands characters to the container's writer and counts the bytes that they become. For one thread at a time, as the
 * container's writer is.
 */
final class CountingWriter extends PrintWriter {

    private final PrintWriter container;

    CountingWriter(PrintWriter container, @Nullable String charset, AtomicLong bytes) {
        super(new Counted(container, encoder(charset), bytes));
        this.container = container;
    }

    @Override
    public boolean checkError() {
        boolean own = super.checkError();
        return container.checkError() || own;
    }

    /** Without a word of a wrapper, the encoding is that of the specification. */
    private static CharsetEncoder encoder(@Nullable String charset) {
        return (charset == null ? StandardCharsets.ISO_8859_1 : Charset.forName(charset))
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    private static final class Counted extends Writer {

        private final PrintWriter container;
        private final CharsetEncoder encoder;
        private final AtomicLong bytes;
        private final ByteBuffer scratch = ByteBuffer.allocate(1024);
        /** The first half of a pair whose second half comes with the next call. */
        private int pending = -1;

        Counted(PrintWriter container, CharsetEncoder encoder, AtomicLong bytes) {
            this.container = container;
            this.encoder = encoder;
            this.bytes = bytes;
        }

        @Override
        public void write(char[] chars, int offset, int length) {
            container.write(chars, offset, length);
            count(CharBuffer.wrap(chars, offset, length));
        }

        @Override
        public void write(String text, int offset, int length) {
            container.write(text, offset, length);
            count(CharBuffer.wrap(text, offset, offset + length));
        }

        private void count(CharBuffer chars) {
            CharBuffer input = chars;
            if (pending >= 0 && chars.hasRemaining()) {
                input = CharBuffer.allocate(chars.remaining() + 1)
                        .put((char) pending)
                        .put(chars)
                        .flip();
                pending = -1;
            }
            boolean full;
            do {
                scratch.clear();
                full = encoder.encode(input, scratch, false).isOverflow();
                bytes.addAndGet(scratch.position());
            } while (full);
            if (input.hasRemaining()) {
                pending = input.get();
            }
        }

        @Override
        public void flush() {
            container.flush();
        }

        @Override
        public void close() {
            container.close();
        }
    }
}
