package io.pixsim.logging.files;

import java.io.Closeable;
import java.io.IOException;

/** The lines of a file, one after the other, each as a range of an array that is valid until the next is asked for. */
interface Lines extends Closeable {

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException;

    byte[] array();

    int from();

    int to();

    /** Whether the line had its line feed. */
    boolean isFinished();

    /** How many lines were passed over since they are too long, or could not be decompressed. */
    long passedOver();
}
