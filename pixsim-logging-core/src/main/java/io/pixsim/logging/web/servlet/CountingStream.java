package io.pixsim.logging.web.servlet;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.pixsim.logging.context.ContextSnapshot;
import io.pixsim.logging.context.ContextSwitch;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import org.jspecify.annotations.Nullable;

/** Counts what was written. Adds no buffer: blocking or not, each call is one call of the container's stream. */
final class CountingStream extends ServletOutputStream {

    private final ServletOutputStream out;
    private final Supplier<@Nullable String> encoding;
    private final AtomicLong bytes;

    /** @param encoding what the response says of its encoding when it is asked, or null */
    CountingStream(ServletOutputStream out, Supplier<@Nullable String> encoding, AtomicLong bytes) {
        this.out = out;
        this.encoding = encoding;
        this.bytes = bytes;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        bytes.incrementAndGet();
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        bytes.addAndGet(length);
    }

    /**
     * The container's own, which all other print methods come down to: one that encodes text takes characters that what is
     * inherited refuses.
     */
    @Override
    public void print(@Nullable String text) throws IOException {
        out.print(text);
        bytes.addAndGet(size(String.valueOf(text)));
    }

    private int size(String text) {
        try {
            String charset = encoding.get();
            return text.getBytes(charset == null ? StandardCharsets.ISO_8859_1 : Charset.forName(charset)).length;
        } catch (IllegalArgumentException | UnsupportedOperationException e) { // a name that nobody had to understand
            return text.length();
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    @Override
    public boolean isReady() {
        return out.isReady();
    }

    /** Whatever thread of the container's calls the listener, it has the context of who set it. */
    @Override
    public void setWriteListener(WriteListener listener) {
        ContextSnapshot context = ContextSnapshot.capture();
        out.setWriteListener(new WriteListener() {
            @Override
            public void onWritePossible() throws IOException {
                try (ContextSwitch own = context.open()) {
                    listener.onWritePossible();
                }
            }

            @Override
            public void onError(Throwable failure) {
                try (ContextSwitch own = context.open()) {
                    listener.onError(failure);
                }
            }
        });
    }
}
