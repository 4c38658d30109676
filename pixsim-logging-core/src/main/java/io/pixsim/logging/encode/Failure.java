package io.pixsim.logging.encode;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A throwable, as an encoder reads it. */
public interface Failure {

    /** {@return the class name} */
    String type();

    /** {@return what it says} */
    @Nullable
    String message();

    /** {@return how many frames its stack has} */
    int frameCount();

    /**
     * One frame.
     *
     * @param index 0 for the innermost
     * @return the frame
     */
    StackTraceElement frame(int index);

    /** {@return how many of the last frames are also those of the throwable around this one} */
    int framesInCommon();

    /** {@return what caused it} */
    @Nullable
    Failure cause();

    /** {@return whether something of it, or of what it refers to, could not be read} */
    default boolean isTorn() {
        return false;
    }

    /** {@return what else went wrong on the way} */
    List<Failure> suppressed();
}
