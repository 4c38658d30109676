package io.pixsim.logging.encode;

import java.util.ArrayList;
import java.util.List;

/** A failure made by hand. */
final class TestFailure implements Failure {

    private final String type;
    private final String message;
    private final List<StackTraceElement> frames = new ArrayList<>();
    private final List<Failure> suppressed = new ArrayList<>();
    private int framesInCommon;
    private Failure cause;

    TestFailure(String type, String message) {
        this.type = type;
        this.message = message;
    }

    TestFailure frames(int framesInCommon, String... frames) {
        this.framesInCommon = framesInCommon;
        for (String frame : frames) {
            int dot = frame.indexOf('.');
            this.frames.add(new StackTraceElement(frame.substring(0, dot), frame.substring(dot + 1), "A.java", 1));
        }
        return this;
    }

    TestFailure causedBy(Failure cause) {
        this.cause = cause;
        return this;
    }

    TestFailure suppressing(Failure failure) {
        suppressed.add(failure);
        return this;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public int frameCount() {
        return frames.size();
    }

    @Override
    public StackTraceElement frame(int index) {
        return frames.get(index);
    }

    @Override
    public int framesInCommon() {
        return framesInCommon;
    }

    @Override
    public Failure cause() {
        return cause;
    }

    @Override
    public List<Failure> suppressed() {
        return suppressed;
    }
}
