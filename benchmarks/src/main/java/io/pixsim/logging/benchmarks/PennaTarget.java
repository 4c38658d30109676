package io.pixsim.logging.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

import io.pixsim.logging.test.conformance.HostileCall;
import io.pixsim.logging.test.conformance.Target;
import org.slf4j.LoggerFactory;

/** Penna, in a JVM where SLF4J is told to take it. */
final class PennaTarget implements Target {

    private final Switch channel = new Switch();

    PennaTarget() {
        PennaSink.exchange(channel);
    }

    @Override
    public void log(HostileCall call, OutputStream out) {
        channel.out = out;
        call.logTo(LoggerFactory.getILoggerFactory());
    }

    private static final class Switch implements WritableByteChannel {

        private volatile OutputStream out = OutputStream.nullOutputStream();

        @Override
        public int write(ByteBuffer source) throws IOException {
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            out.write(bytes);
            return bytes.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
