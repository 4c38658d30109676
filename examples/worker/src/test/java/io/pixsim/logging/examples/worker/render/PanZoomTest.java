package io.pixsim.logging.examples.worker.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

class PanZoomTest {

    private static final RenderOrder ORDER = new RenderOrder(32, 16, 4, 10, Quality.DRAFT);

    @Test
    void theFirstFrameShowsTheWholePicture() throws IOException {
        BufferedImage frame = Animation.ofImage(redThenBlue(), ORDER).frame(0);

        assertThat(frame.getRGB(1, 8)).isEqualTo(Color.RED.getRGB());
        assertThat(frame.getRGB(30, 8)).isEqualTo(Color.BLUE.getRGB());
    }

    @Test
    void theCameraMoves() throws IOException {
        Animation flight = Animation.ofImage(redThenBlue(), ORDER);

        assertThat(reds(flight.frame(0.25))).isLessThan(reds(flight.frame(0)));
    }

    @Test
    void whatIsNoPictureIsRefusedWithWhatItBeginsWith() {
        byte[] page = "<!doctype html>".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> SourceImage.decode(page))
                .isInstanceOf(IOException.class)
                .hasMessage("source image has no known format: 15 bytes that begin 3c 21 64 6f 63 74 79 70");
    }

    private static int reds(BufferedImage frame) {
        int reds = 0;
        for (int x = 0; x < ORDER.width(); x++) {
            reds += frame.getRGB(x, 8) == Color.RED.getRGB() ? 1 : 0;
        }
        return reds;
    }

    private static SourceImage redThenBlue() throws IOException {
        BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 32; y++) {
                image.setRGB(x, y, (x < 32 ? Color.RED : Color.BLUE).getRGB());
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return SourceImage.decode(png.toByteArray());
    }
}
