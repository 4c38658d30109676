package io.pixsim.logging.examples.worker.render;

/**
 * How large and how fine an animation is to be.
 *
 * @param width pixels
 * @param height pixels
 * @param frames how many pictures
 * @param fps pictures a second
 * @param quality samples a pixel
 */
public record RenderOrder(int width, int height, int frames, int fps, Quality quality) {

    /**
     * Refuses what the renderer was not built for.
     *
     * @param width pixels
     * @param height pixels
     * @param frames how many pictures
     * @param fps pictures a second
     * @param quality samples a pixel
     */
    public RenderOrder {
        check("width", width, 16, 1024);
        check("height", height, 16, 1024);
        check("frames", frames, 1, 240);
        check("fps", fps, 1, 50);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is not within " + least + ".." + most + ": " + value);
        }
    }
}
