package io.pixsim.logging.examples.worker.render;

import java.awt.image.IndexColorModel;

/** 252 colours, evenly spread, and an ordered dither that makes them look like more. */
final class ColourCube {

    private static final int REDS = 6;
    private static final int GREENS = 7;
    private static final int BLUES = 6;

    private static final int[][] BAYER = {{0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}};

    private static final IndexColorModel COLOURS = build();

    private ColourCube() {}

    static IndexColorModel colours() {
        return COLOURS;
    }

    static int index(double red, double green, double blue, int x, int y) {
        double threshold = (BAYER[y & 3][x & 3] + 0.5) / 16;
        return (step(red, REDS, threshold) * GREENS + step(green, GREENS, threshold)) * BLUES
                + step(blue, BLUES, threshold);
    }

    private static int step(double level, int steps, double threshold) {
        return Math.min(steps - 1, (int) (level / 255 * (steps - 1) + threshold));
    }

    private static IndexColorModel build() {
        int size = REDS * GREENS * BLUES;
        byte[] red = new byte[size];
        byte[] green = new byte[size];
        byte[] blue = new byte[size];
        for (int i = 0; i < size; i++) {
            red[i] = (byte) (i / (GREENS * BLUES) * 255 / (REDS - 1));
            green[i] = (byte) (i / BLUES % GREENS * 255 / (GREENS - 1));
            blue[i] = (byte) (i % BLUES * 255 / (BLUES - 1));
        }
        return new IndexColorModel(8, size, red, green, blue);
    }
}
