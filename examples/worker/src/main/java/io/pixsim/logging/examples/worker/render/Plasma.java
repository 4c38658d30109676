package io.pixsim.logging.examples.worker.render;

import java.util.SplittableRandom;

/** Waves of four directions, added up. */
final class Plasma implements Scene {

    private final double across;
    private final double down;
    private final double slant;
    private final double round;

    Plasma(SplittableRandom random) {
        across = random.nextDouble(2, 6);
        down = random.nextDouble(2, 6);
        slant = random.nextDouble(1, 4);
        round = random.nextDouble(3, 9);
    }

    @Override
    public double tone(double x, double y, double angle) {
        double sum = Math.sin(across * x + angle)
                + Math.sin(down * y - angle)
                + Math.sin(slant * (x + y) + 2 * angle)
                + Math.sin(round * Math.hypot(x, y) - angle);
        return (sum + 4) / 8;
    }
}
