package io.pixsim.logging.examples.worker.render;

import java.awt.image.IndexColorModel;
import java.util.SplittableRandom;

/** The 256 colours of a prompt: three cosines that return to where they began. */
final class Palette {

    static final int SIZE = 256;

    private Palette() {}

    static IndexColorModel of(String prompt) {
        SplittableRandom random = new SplittableRandom(~Scenes.seed(prompt));
        return new IndexColorModel(8, SIZE, channel(random), channel(random), channel(random));
    }

    private static byte[] channel(SplittableRandom random) {
        double shift = random.nextDouble();
        byte[] levels = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            double turn = 2 * Math.PI * ((double) i / SIZE + shift);
            levels[i] = (byte) Math.round(127.5 + 127.5 * Math.cos(turn));
        }
        return levels;
    }
}
