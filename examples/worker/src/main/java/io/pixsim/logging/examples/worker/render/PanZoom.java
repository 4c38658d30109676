package io.pixsim.logging.examples.worker.render;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/** A camera that circles over a picture and comes nearer on half of the way. */
final class PanZoom implements Animation {

    private final SourceImage source;
    private final RenderOrder order;

    PanZoom(SourceImage source, RenderOrder order) {
        this.source = source;
        this.order = order;
    }

    @Override
    public BufferedImage frame(double phase) {
        double angle = 2 * Math.PI * phase;
        double view = 0.75 + 0.25 * Math.cos(angle);
        double left = (1 - view) * (0.5 + 0.5 * Math.sin(angle));
        double top = (1 - view) * (0.5 - 0.5 * Math.sin(angle));
        BufferedImage image =
                new BufferedImage(order.width(), order.height(), BufferedImage.TYPE_BYTE_INDEXED, ColourCube.colours());
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < order.height(); y++) {
            for (int x = 0; x < order.width(); x++) {
                raster.setSample(x, y, 0, colour(x, y, left, top, view));
            }
        }
        return image;
    }

    private int colour(int x, int y, double left, double top, double view) {
        double red = level(x, y, left, top, view, 16);
        double green = level(x, y, left, top, view, 8);
        double blue = level(x, y, left, top, view, 0);
        return ColourCube.index(red, green, blue, x, y);
    }

    private double level(int x, int y, double left, double top, double view, int shift) {
        return Supersampling.mean(
                order, x, y, (across, down) -> source.level(left + view * across, top + view * down, shift));
    }
}
