package io.pixsim.logging.http.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

/**
 * How a segment looks on disk. It begins with a mark and its origin; then come records: a mark, the event's length and
 * number, a checksum (CRC32C) of both and of the event, the event. Numbers are big-endian.
 */
final class SegmentFormat {

    static final int ORIGIN_LENGTH = 20;
    static final int HEADER_BYTES = 8 + ORIGIN_LENGTH + Integer.BYTES;
    static final int RECORD_HEADER_BYTES = 3 * Integer.BYTES + Long.BYTES;
    static final int MOST_EVENT_BYTES = 1 << 26;

    static final String SUFFIX = ".seg";

    private static final byte[] FILE_MARK = "PXSPOOL1".getBytes(StandardCharsets.US_ASCII);
    private static final int RECORD_MARK = 0x5058_5231;
    private static final int NUMBER_AT = 2 * Integer.BYTES;
    private static final int CHECKSUM_AT = NUMBER_AT + Long.BYTES;
    private static final Pattern NAME =
            Pattern.compile("([0-9a-f]{" + ORIGIN_LENGTH + "})-(\\d{8})" + Pattern.quote(SUFFIX));

    private SegmentFormat() {}

    static Path file(Path folder, String origin, int segment) {
        return folder.resolve(String.format("%s-%08d%s", origin, segment, SUFFIX));
    }

    /** Null when it is no segment's name. */
    static @Nullable SegmentName name(Path file) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        return matcher.matches() ? new SegmentName(matcher.group(1), Integer.parseInt(matcher.group(2))) : null;
    }

    static byte[] header(String origin) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.put(FILE_MARK).put(origin.getBytes(StandardCharsets.US_ASCII));
        return header.putInt(checksum(header.array(), 0, header.position())).array();
    }

    static int recordLength(byte[] event) {
        return RECORD_HEADER_BYTES + event.length;
    }

    static void writeRecord(ByteBuffer out, long number, byte[] event) {
        int start = out.position();
        out.putInt(RECORD_MARK).putInt(event.length).putLong(number).putInt(0).put(event);
        out.putInt(start + CHECKSUM_AT, checksum(out, start, event.length));
    }

    private static int checksum(ByteBuffer in, int start, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(in.slice(start + Integer.BYTES, CHECKSUM_AT - Integer.BYTES));
        checksum.update(in.slice(start + RECORD_HEADER_BYTES, length));
        return (int) checksum.getValue();
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, length);
        return (int) checksum.getValue();
    }

    /** The length of the event of a record that begins there; -1 when none does. */
    static int eventLength(ByteBuffer in, int start) {
        if (in.limit() - start < RECORD_HEADER_BYTES || in.getInt(start) != RECORD_MARK) {
            return -1;
        }
        int length = in.getInt(start + Integer.BYTES);
        return length > 0 && length <= MOST_EVENT_BYTES ? length : -1;
    }

    /** Whether the record that begins there, and is there as a whole, is what was written. */
    static boolean isIntact(ByteBuffer in, int start, int length) {
        return in.getInt(start + CHECKSUM_AT) == checksum(in, start, length);
    }

    static long number(ByteBuffer in, int start) {
        return in.getLong(start + NUMBER_AT);
    }
}
