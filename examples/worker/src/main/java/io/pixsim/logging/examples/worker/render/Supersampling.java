package io.pixsim.logging.examples.worker.render;

/** The mean over several places within one pixel, which is what makes edges smooth. */
final class Supersampling {

    private Supersampling() {}

    static double mean(RenderOrder order, int x, int y, Sample sample) {
        int samples = order.quality().samples();
        double sum = 0;
        for (int row = 0; row < samples; row++) {
            double down = (y + (row + 0.5) / samples) / order.height();
            for (int column = 0; column < samples; column++) {
                double across = (x + (column + 0.5) / samples) / order.width();
                sum += sample.at(across, down);
            }
        }
        return sum / (samples * samples);
    }

    /** A value at a place of the picture, 0 to 1 across and down. */
    interface Sample {

        double at(double across, double down);
    }
}
