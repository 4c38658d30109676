package io.pixsim.logging.encode;

/** Takes the parts of a failure's text, in order. */
interface FailureSink {

    /** The class name of a throwable, which begins its part. */
    void type(String className);

    void text(String text);

    /** What a throwable says, in whatever words. */
    void message(String text);

    /** The first frames of a failure, each on a line of its own; may leave out those for which there is no room. */
    void frames(Failure failure, int count, int indent);

    /** After the last frame of a throwable: so many more are those of the one before. */
    void endOfFrames(int inCommon, int indent);

    void newLine(int indent);
}
