package io.pixsim.logging.examples.worker.render;

import java.util.SplittableRandom;

/** Glowing bodies on closed orbits; where they come near each other they melt into one. */
final class Orbits implements Scene {

    private static final int BODIES = 5;

    private final double[] radii = new double[BODIES];
    private final double[] starts = new double[BODIES];
    private final int[] turns = new int[BODIES];

    Orbits(SplittableRandom random) {
        for (int i = 0; i < BODIES; i++) {
            radii[i] = random.nextDouble(0.2, 0.8);
            starts[i] = random.nextDouble(2 * Math.PI);
            turns[i] = random.nextInt(1, 3) * (random.nextBoolean() ? 1 : -1);
        }
    }

    @Override
    public double tone(double x, double y, double angle) {
        double glow = 0;
        for (int i = 0; i < BODIES; i++) {
            double place = starts[i] + turns[i] * angle;
            double dx = x - radii[i] * Math.cos(place);
            double dy = y - radii[i] * Math.sin(place);
            glow += 0.06 / (dx * dx + dy * dy + 0.01);
        }
        return glow / (1 + glow);
    }
}
