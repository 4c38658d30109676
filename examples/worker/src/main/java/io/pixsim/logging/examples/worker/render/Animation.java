package io.pixsim.logging.examples.worker.render;

import java.awt.image.BufferedImage;

/** Pictures over time. What it shows at phase 1 is what it shows at phase 0: it loops without a jump. */
public interface Animation {

    /**
     * The picture at one moment.
     *
     * @param phase 0 for the start of the loop, towards 1 for its end
     * @return an indexed picture
     */
    BufferedImage frame(double phase);

    /**
     * An animation made up from words: the same words make the same pixels.
     *
     * @param prompt the words
     * @param order how large and how fine
     * @return the animation
     */
    static Animation ofPrompt(String prompt, RenderOrder order) {
        return new TonalAnimation(Scenes.of(prompt), Palette.of(prompt), order);
    }

    /**
     * A camera that travels over a picture.
     *
     * @param source the picture
     * @param order how large and how fine
     * @return the animation
     */
    static Animation ofImage(SourceImage source, RenderOrder order) {
        return new PanZoom(source, order);
    }
}
