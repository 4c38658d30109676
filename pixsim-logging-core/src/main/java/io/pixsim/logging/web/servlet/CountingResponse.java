package io.pixsim.logging.web.servlet;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/** Counts the bytes of the body as they go by. Holds none of them. */
final class CountingResponse extends HttpServletResponseWrapper {

    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean writtenByContainer;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;

    CountingResponse(HttpServletResponse response) {
        super(response);
    }

    /** How many bytes, or -1 when the container writes an error page of its own. */
    long size() {
        return writtenByContainer ? -1 : bytes.get();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new CountingStream(super.getOutputStream(), this::getCharacterEncoding, bytes);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            PrintWriter container = super.getWriter();
            writer = new CountingWriter(container, getCharacterEncoding(), bytes);
        }
        return writer;
    }

    @Override
    public void sendError(int status) throws IOException {
        writtenByContainer = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        writtenByContainer = true;
        super.sendError(status, message);
    }

    /** What stood in the buffer is not sent. */
    @Override
    public void sendRedirect(String location) throws IOException {
        super.sendRedirect(location);
        bytes.set(0);
    }

    @Override
    public void reset() {
        super.reset();
        bytes.set(0);
        stream = null;
        writer = null;
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        bytes.set(0);
    }
}
