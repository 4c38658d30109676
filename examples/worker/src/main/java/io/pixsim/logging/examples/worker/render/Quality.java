package io.pixsim.logging.examples.worker.render;

import java.util.Arrays;
import java.util.Locale;

/** How many samples make a pixel: the more, the smoother the edges and the longer it takes. */
public enum Quality {
    /** One sample. */
    DRAFT(1),
    /** Two by two. */
    STANDARD(2),
    /** Three by three. */
    ULTRA(3);

    private final int samples;

    Quality(int samples) {
        this.samples = samples;
    }

    int samples() {
        return samples;
    }

    /**
     * The quality of a name.
     *
     * @param name {@code draft}, {@code standard} or {@code ultra}
     * @return the quality
     * @throws IllegalArgumentException when there is none of that name
     */
    public static Quality of(String name) {
        return Arrays.stream(values())
                .filter(quality -> quality.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("quality is not draft, standard or ultra: " + name));
    }
}
