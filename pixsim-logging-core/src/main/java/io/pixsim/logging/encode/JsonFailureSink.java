package io.pixsim.logging.encode;

import java.nio.charset.StandardCharsets;

/** Writes the parts of a failure's text into an open JSON string. For one thread. */
final class JsonFailureSink implements FailureSink {

    private static final byte[] LINE_FEED = "\\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAB = "\\t".getBytes(StandardCharsets.US_ASCII);

    private final JsonWriter out;
    private final FrameCache frames;
    private final Limits limits;
    private int end;

    JsonFailureSink(JsonWriter out, FrameCache frames, Limits limits) {
        this.out = out;
        this.frames = frames;
        this.limits = limits;
    }

    void write(Failure failure) {
        out.beginString();
        end = out.size() + limits.maxStringLength();
        StackText.write(failure, this);
        out.endString();
    }

    @Override
    public void text(String text) {
        if (text.length() > limits.maxStringLength()) {
            out.countRepair();
        }
        String clipped = limits.clip(text);
        out.text(clipped, 0, clipped.length());
    }

    @Override
    public void number(int number) {
        out.digits(number);
    }

    @Override
    public void frame(StackTraceElement frame) {
        out.raw(frames.json(frame));
    }

    @Override
    public void newLine(int indent) {
        out.raw(LINE_FEED);
        for (int i = 0; i < indent; i++) {
            out.raw(TAB);
        }
    }

    @Override
    public boolean hasRoom() {
        boolean room = out.size() < end;
        if (!room) {
            out.countRepair();
        }
        return room;
    }
}
