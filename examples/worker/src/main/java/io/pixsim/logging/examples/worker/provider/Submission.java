package io.pixsim.logging.examples.worker.provider;

import java.io.IOException;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pixsim.logging.examples.worker.render.Animation;
import io.pixsim.logging.examples.worker.render.Quality;
import io.pixsim.logging.examples.worker.render.RenderOrder;
import io.pixsim.logging.examples.worker.render.SourceImage;

/** A submit body that has been read and found possible. The source image is not looked at before it is rendered. */
final class Submission {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode body;
    private final RenderOrder order;

    private Submission(JsonNode body, RenderOrder order) {
        this.body = body;
        this.order = order;
    }

    static Submission read(byte[] bytes) throws Refusal {
        try {
            JsonNode body = JSON.readTree(bytes);
            return new Submission(body, order(body));
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal(400, "invalid_request", String.valueOf(e.getMessage()));
        }
    }

    private static RenderOrder order(JsonNode body) {
        return new RenderOrder(
                body.path("width").asInt(320),
                body.path("height").asInt(180),
                body.path("frames").asInt(24),
                body.path("fps").asInt(12),
                Quality.of(body.path("quality").asText("standard")));
    }

    RenderOrder order() {
        return order;
    }

    boolean isUltra() {
        return order.quality() == Quality.ULTRA;
    }

    Animation animation() throws IOException {
        if (!body.has("image")) {
            return Animation.ofPrompt(body.path("prompt").asText(), order);
        }
        byte[] image = Base64.getDecoder().decode(body.path("image").asText());
        return Animation.ofImage(SourceImage.decode(image), order);
    }
}
