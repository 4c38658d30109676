package io.pixsim.logging.examples.worker.render;

/** Something to look at, as a function of place and time. */
interface Scene {

    /**
     * How bright it is at one place and moment.
     *
     * @param x -1 at the left edge, 1 at the right one
     * @param y -1 at the top edge, 1 at the bottom one
     * @param angle the phase of the loop as an angle, 0 to 2π
     * @return 0 to 1
     */
    double tone(double x, double y, double angle);
}
