package io.pixsim.logging.examples.worker.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.junit.jupiter.api.Test;

class GifEncoderTest {

    private static final RenderOrder ORDER = new RenderOrder(64, 36, 5, 10, Quality.STANDARD);

    @Test
    void aGifHasTheOrderedFramesAndSize() throws IOException {
        ImageReader reader = reader(render("a tide", ORDER));

        assertThat(reader.getNumImages(true)).isEqualTo(5);
        assertThat(reader.getWidth(4)).isEqualTo(64);
        assertThat(reader.getHeight(4)).isEqualTo(36);
    }

    @Test
    void everyFrameStaysForItsShareOfASecond() throws IOException {
        ImageReader reader = reader(render("a tide", ORDER));

        for (int i = 0; i < ORDER.frames(); i++) {
            IIOMetadataNode control = node(reader, i, "GraphicControlExtension");
            assertThat(control.getAttribute("delayTime")).isEqualTo("10");
        }
    }

    @Test
    void theAnimationLoopsForEver() throws IOException {
        ImageReader reader = reader(render("a tide", ORDER));

        IIOMetadataNode loop = node(reader, 0, "ApplicationExtension");
        assertThat(loop.getAttribute("applicationID")).isEqualTo("NETSCAPE");
        assertThat(loop.getUserObject()).isEqualTo(new byte[] {1, 0, 0});
    }

    @Test
    void theColoursAreThoseOfTheAnimation() throws IOException {
        int[] drawn = Animation.ofPrompt("a tide", ORDER).frame(0).getRGB(0, 0, 64, 36, null, 0, 64);

        ImageReader reader = reader(render("a tide", ORDER));

        assertThat(pixels(reader, 0)).isEqualTo(drawn);
    }

    @Test
    void everySceneMovesFromFrameToFrame() throws IOException {
        for (String prompt : List.of("a", "b", "c", "d", "e", "f")) {
            ImageReader reader = reader(render(prompt, ORDER));

            assertThat(pixels(reader, 0)).as(prompt).isNotEqualTo(pixels(reader, 1));
        }
    }

    @Test
    void theSameWordsMakeTheSamePixelsAndOtherWordsOthers() throws IOException {
        byte[] tide = render("a tide", ORDER);

        assertThat(render("a tide", ORDER)).isEqualTo(tide);
        assertThat(render("a storm", ORDER)).isNotEqualTo(tide);
    }

    @Test
    void everyFrameIsTold() throws IOException {
        List<Integer> told = new ArrayList<>();

        GifEncoder.encode(Animation.ofPrompt("a tide", ORDER), ORDER, told::add);

        assertThat(told).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void anInterruptedThreadStopsRendering() {
        Animation animation = Animation.ofPrompt("a tide", ORDER);

        assertThatThrownBy(() -> GifEncoder.encode(
                        animation, ORDER, done -> Thread.currentThread().interrupt()))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("interrupted after 1 of 5 frames");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static byte[] render(String prompt, RenderOrder order) throws IOException {
        return GifEncoder.encode(Animation.ofPrompt(prompt, order), order, done -> {});
    }

    private static ImageReader reader(byte[] gif) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(gif)));
        return reader;
    }

    private static IIOMetadataNode node(ImageReader reader, int frame, String name) throws IOException {
        var metadata = reader.getImageMetadata(frame);
        var root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }

    private static int[] pixels(ImageReader reader, int frame) throws IOException {
        return reader.read(frame).getRGB(0, 0, 64, 36, null, 0, 64);
    }
}
