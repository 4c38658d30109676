package io.pixsim.logging.examples.worker.render;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;

/** Draws a {@link Scene} in the colours of a palette. */
final class TonalAnimation implements Animation {

    private final Scene scene;
    private final IndexColorModel palette;
    private final RenderOrder order;

    TonalAnimation(Scene scene, IndexColorModel palette, RenderOrder order) {
        this.scene = scene;
        this.palette = palette;
        this.order = order;
    }

    @Override
    public BufferedImage frame(double phase) {
        BufferedImage image =
                new BufferedImage(order.width(), order.height(), BufferedImage.TYPE_BYTE_INDEXED, palette);
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < order.height(); y++) {
            for (int x = 0; x < order.width(); x++) {
                raster.setSample(x, y, 0, colour(x, y, 2 * Math.PI * phase));
            }
        }
        return image;
    }

    private int colour(int x, int y, double angle) {
        double tone =
                Supersampling.mean(order, x, y, (across, down) -> scene.tone(2 * across - 1, 2 * down - 1, angle));
        return Math.min(Palette.SIZE - 1, (int) (tone * Palette.SIZE));
    }
}
