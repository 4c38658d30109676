package io.pixsim.logging.examples.worker.job;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

class JobRequestTest {

    private static final JobParams PROMPT_ONLY = new JobParams("a tide", null, 0, 0, 0, 0, null, Map.of());

    @Test
    void anUnknownOperationIsRefused() {
        assertThatThrownBy(() -> new JobRequest("1", "video_to_text", "pixverse", 7, "req-1", PROMPT_ONLY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("video_to_text");
    }

    @Test
    void imageToVideoNeedsAnImage() {
        assertThatThrownBy(() -> new JobRequest("1", "image_to_video", "pixverse", 7, "req-1", PROMPT_ONLY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("image_to_video without an image: job 1");
    }
}
