package io.pixsim.logging.examples.worker.render;

import java.util.SplittableRandom;

/** Rings from two places that move about. */
final class Ripples implements Scene {

    private final double density;
    private final double reach;
    private final double turn;

    Ripples(SplittableRandom random) {
        density = random.nextDouble(8, 16);
        reach = random.nextDouble(0.3, 0.8);
        turn = random.nextDouble(2 * Math.PI);
    }

    @Override
    public double tone(double x, double y, double angle) {
        double left = Math.hypot(x - reach * Math.cos(angle + turn), y - reach * Math.sin(angle));
        double right = Math.hypot(x + reach * Math.cos(angle), y + reach * Math.sin(angle + turn));
        return (Math.sin(density * left - 2 * angle) + Math.sin(density * right - 2 * angle) + 2) / 4;
    }
}
