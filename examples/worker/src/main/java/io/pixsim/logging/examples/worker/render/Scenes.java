package io.pixsim.logging.examples.worker.render;

import java.util.SplittableRandom;

/** Picks the scene of a prompt. */
final class Scenes {

    private Scenes() {}

    static Scene of(String prompt) {
        SplittableRandom random = new SplittableRandom(seed(prompt));
        return switch (random.nextInt(3)) {
            case 0 -> new Plasma(random);
            case 1 -> new Orbits(random);
            default -> new Ripples(random);
        };
    }

    static long seed(String prompt) {
        return prompt.hashCode() * 0x9E3779B97F4A7C15L;
    }
}
