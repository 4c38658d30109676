package io.pixsim.logging.benchmarks.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** One connection that brings events without requests, and gets no answers. */
final class LineConnection implements Runnable {

    private static final int LONGEST_NUMBER = Numbering.MARK.length() + Numbering.DIGITS;

    private final Socket socket;
    private final SinkState state;

    LineConnection(Socket socket, SinkState state) {
        this.socket = socket;
        this.state = state;
    }

    @Override
    public void run() {
        state.tally().request();
        byte[] buffer = new byte[1 << 20];
        int kept = 0;
        try (socket) {
            InputStream in = socket.getInputStream();
            while (true) {
                if (state.behaviour() == Behaviour.HANGING) {
                    state.awaitChange();
                }
                int got = in.read(buffer, kept, buffer.length - kept);
                if (got < 0) {
                    return;
                }
                state.tally().bytes(got);
                kept = count(buffer, kept + got);
            }
        } catch (IOException | InterruptedException e) {
            // The other side has gone, or the sink is done.
            Thread.currentThread().interrupt();
        }
    }

    /** A number may have come in part: what may be the beginning of one is kept for the next time. */
    private int count(byte[] buffer, int length) {
        state.tally().plain(buffer, length, false);
        int end = Numbering.read(buffer, length, (number, at) -> {});
        int rest = Math.max(end, length - LONGEST_NUMBER + 1);
        System.arraycopy(buffer, rest, buffer, 0, length - rest);
        return length - rest;
    }
}
