package io.pixsim.logging.examples.worker.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.IntConsumer;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws an animation and packs it into an animated GIF that loops for ever. */
public final class GifEncoder {

    private GifEncoder() {}

    /**
     * Renders every frame. Ends early when the thread is interrupted.
     *
     * @param animation what to draw
     * @param order how large and how fine
     * @param done told after each frame how many there are
     * @return the file
     * @throws IOException when the thread was interrupted
     */
    public static byte[] encode(Animation animation, RenderOrder order, IntConsumer done) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writeFrames(writer, animation, order, done);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void writeFrames(ImageWriter writer, Animation animation, RenderOrder order, IntConsumer done)
            throws IOException {
        writer.prepareWriteSequence(null);
        for (int i = 0; i < order.frames(); i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted after " + i + " of " + order.frames() + " frames");
            }
            var frame = animation.frame((double) i / order.frames());
            // The constructor keeps the picture's own colours; createFromRenderedImage gives those of its image type.
            var type = new ImageTypeSpecifier(frame);
            var metadata = FrameMetadata.fill(writer.getDefaultImageMetadata(type, null), 100 / order.fps(), i == 0);
            writer.writeToSequence(new IIOImage(frame, null, metadata), null);
            done.accept(i + 1);
        }
        writer.endWriteSequence();
    }
}
