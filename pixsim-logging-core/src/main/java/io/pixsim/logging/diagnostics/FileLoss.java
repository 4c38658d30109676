package io.pixsim.logging.diagnostics;

/** Why an event that was to be written to a file is in none. Every loss has one of these names; there is no "other". */
public enum FileLoss {
    /** The disk was full for so long that there was no more memory to wait in. */
    DISK_FULL,
    /** Folder or file may not be written, or can't be made, and there was no more memory to wait in. */
    NOT_WRITABLE,
    /** The disk failed in another way, and there was no more memory to wait in. */
    IO_FAILED,
    /** Events came faster than the disk took them, and there was no more memory to wait in. */
    TOO_FAST,
    /** A link, or something else that is no file, stood where a job's file belongs. */
    REFUSED,
    /** The event was logged after the file had been closed. */
    CLOSED,
    /** The event could not be turned into bytes. */
    ENCODING_FAILED
}
