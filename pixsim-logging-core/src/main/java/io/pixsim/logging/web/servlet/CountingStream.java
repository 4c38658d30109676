package io.pixsim.logging.web.servlet;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import io.pixsim.logging.context.ContextSnapshot;
import io.pixsim.logging.context.ContextSwitch;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/** Counts what was written. Adds no buffer: blocking or not, each call is one call of the container's stream. */
final class CountingStream extends ServletOutputStream {

    private final ServletOutputStream out;
    private final AtomicLong bytes;

    CountingStream(ServletOutputStream out, AtomicLong bytes) {
        this.out = out;
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
