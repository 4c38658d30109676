package io.pixsim.logging.encode;

/** Takes the parts of a failure's text, in order. */
interface FailureSink {

    void text(String text);

    void number(int number);

    void frame(StackTraceElement frame);

    void newLine(int indent);

    /** Whether there is room for more frames. */
    boolean hasRoom();
}
