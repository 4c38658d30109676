package io.pixsim.logging.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;

import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.ContextAware;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.encode.Line;

/**
 * Writes without what Logback does first: format the message once more, with the raw arguments, for threads that may want
 * it later. Here the encoder alone formats, and on this thread.
 */
final class Writing {

    /** How often another thread's write is waited for before the scheduler is asked: most are over in less. */
    private static final int SPINS = 100;

    private Writing() {}

    static void write(ContextAware sink, Write write) {
        try {
            write.run();
        } catch (IOException e) {
            failed(sink, e);
        }
    }

    /** Writes a line whole, between those of other threads. */
    static void write(OutputStreamAppender<?> sink, Line line, ReentrantLock lock) {
        OutputStream stream = sink.getOutputStream();
        take(lock);
        try {
            line.writeTo(stream);
            if (sink.isImmediateFlush()) {
                stream.flush();
            }
        } catch (IOException e) {
            failed(sink, e);
        } finally {
            lock.unlock();
        }
    }

    private static void take(ReentrantLock lock) {
        for (int i = 0; i < SPINS; i++) {
            if (lock.tryLock()) {
                return;
            }
            Thread.onSpinWait();
        }
        lock.lock();
    }

    private static void failed(ContextAware sink, IOException e) {
        sink.addWarn("an event could not be written", e);
        Diagnostics.shared().trouble("an event could not be written: " + e);
    }

    @FunctionalInterface
    interface Write {
        void run() throws IOException;
    }
}
