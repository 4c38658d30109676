package io.pixsim.logging.encode;

/**
 * A member of a line that the ingest endpoint refuses: its column takes 32-bit integers and nothing else. In a batch it
 * stands as text under another name.
 *
 * @param key the name that it stands under
 * @param name where the name begins in the line
 * @param value where the value begins
 * @param end where it ends
 */
record RawMark(Key key, int name, int value, int end) {

    RawMark movedBy(int bytes) {
        return new RawMark(key, name + bytes, value + bytes, end + bytes);
    }
}
