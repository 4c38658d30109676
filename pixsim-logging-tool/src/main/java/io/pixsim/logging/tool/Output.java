package io.pixsim.logging.tool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Standard output, in UTF-8. */
final class Output {

    private final OutputStream stream;

    Output(OutputStream stream) {
        this.stream = new BufferedOutputStream(stream, 32 << 10);
    }

    void line(String line) throws IOException {
        text(line + "\n");
    }

    void text(String text) throws IOException {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw orClosed(e);
        }
    }

    void flush() throws IOException {
        try {
            stream.flush();
        } catch (IOException e) {
            throw orClosed(e);
        }
    }

    /** Systems have no other word for it than their message: "Broken pipe", "The pipe is being closed". */
    private static IOException orClosed(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("pipe") || message.contains("stream closed") ? new ClosedException(e) : e;
    }

    /** Nobody reads any more. */
    static final class ClosedException extends IOException {

        private static final long serialVersionUID = 1L;

        ClosedException(IOException cause) {
            super(cause);
        }
    }
}
