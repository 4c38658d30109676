package io.pixsim.logging.test.canary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** What bytes hold that are packed with gzip or zip, as request bodies and files that are put aside may be. */
final class Unpacking {

    private static final int GZIP = 0x1f8b;
    private static final int ZIP = ('P' << 8) | 'K';

    private Unpacking() {}

    /** The bytes as they are when they are not packed, or as far as they can be unpacked. */
    static byte[] unpacked(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (mark == GZIP) {
                new GZIPInputStream(new ByteArrayInputStream(bytes)).transferTo(out);
            } else if (mark == ZIP) {
                unzip(new ZipInputStream(new ByteArrayInputStream(bytes)), out);
            } else {
                return bytes;
            }
        } catch (IOException e) { // still being written, or packed only by its looks
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    private static void unzip(ZipInputStream in, ByteArrayOutputStream out) throws IOException {
        while (in.getNextEntry() != null) {
            in.transferTo(out);
        }
    }
}
