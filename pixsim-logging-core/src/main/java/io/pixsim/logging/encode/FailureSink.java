package io.pixsim.logging.encode;

/** Takes the parts of a failure's text, in order. */
interface FailureSink {

    /** The class name of a throwable, which begins its part. */
    void type(String className);

    void text(String text);

    /** One frame, on a line of its own; may leave it out when there is no room. */
    void frame(StackTraceElement frame, int indent);

    /** After the last frame of a throwable: so many more are those of the one before. */
    void endOfFrames(int inCommon, int indent);

    void newLine(int indent);
}
