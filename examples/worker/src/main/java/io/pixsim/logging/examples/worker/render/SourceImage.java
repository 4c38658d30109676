package io.pixsim.logging.examples.worker.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.jspecify.annotations.Nullable;

/** The picture that an animation starts from. */
public final class SourceImage {

    private final int width;
    private final int height;
    private final int[] colours;

    private SourceImage(BufferedImage image) {
        width = image.getWidth();
        height = image.getHeight();
        colours = image.getRGB(0, 0, width, height, null, 0, width);
    }

    /**
     * Decodes a picture.
     *
     * @param bytes a file of any format that the JDK reads: PNG, JPEG, GIF, BMP
     * @return the picture
     * @throws IOException when it is none, telling what it begins with
     */
    public static SourceImage decode(byte[] bytes) throws IOException {
        @Nullable BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
        if (image == null) {
            String start = HexFormat.ofDelimiter(" ").formatHex(Arrays.copyOf(bytes, Math.min(8, bytes.length)));
            throw new IOException("source image has no known format: " + bytes.length + " bytes that begin " + start);
        }
        return new SourceImage(image);
    }

    /**
     * One channel of the colour between four pixels.
     *
     * @param x 0 at the left edge, 1 at the right one
     * @param y 0 at the top edge, 1 at the bottom one
     * @param shift 16 for red, 8 for green, 0 for blue
     * @return 0 to 255
     */
    double level(double x, double y, int shift) {
        double column = x * (width - 1);
        double row = y * (height - 1);
        double right = column - Math.floor(column);
        double below = row - Math.floor(row);
        double upper = mix(pixel(column, row, shift), pixel(column + 1, row, shift), right);
        double lower = mix(pixel(column, row + 1, shift), pixel(column + 1, row + 1, shift), right);
        return mix(upper, lower, below);
    }

    private int pixel(double column, double row, int shift) {
        int x = Math.min((int) column, width - 1);
        int y = Math.min((int) row, height - 1);
        return colours[y * width + x] >> shift & 0xFF;
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
