package io.pixsim.logging.test.canary;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Keeps what is written to standard output and standard error, and writes it there too. */
final class ConsoleTee implements AutoCloseable {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private ConsoleTee() {}

    static ConsoleTee start() {
        ConsoleTee tee = new ConsoleTee();
        System.setOut(tee.copying(tee.out));
        System.setErr(tee.copying(tee.err));
        return tee;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }

    private PrintStream copying(PrintStream stream) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        kept.write(b);
                        stream.write(b);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        kept.write(bytes, from, length);
                        stream.write(bytes, from, length);
                    }

                    @Override
                    public void flush() {
                        stream.flush();
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }
}
