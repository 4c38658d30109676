package io.pixsim.logging.examples.worker.provider;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.pixsim.logging.examples.worker.render.GifEncoder;
import org.jspecify.annotations.Nullable;

/** One submission on its way from queued to complete or failed. Written by one render thread, read by any other. */
final class Generation implements Runnable {

    private final String id;
    private final Submission submission;

    private volatile String status = "queued";
    private volatile int framesDone;
    private volatile byte @Nullable [] content;
    private volatile @Nullable String failure;

    Generation(String id, Submission submission) {
        this.id = id;
        this.submission = submission;
    }

    /** Renders. The status is written last, so that whoever reads it sees what belongs to it. */
    @Override
    public void run() {
        status = "rendering";
        try {
            content = GifEncoder.encode(submission.animation(), submission.order(), done -> framesDone = done);
            status = "complete";
        } catch (IOException | RuntimeException e) {
            failure = e.getMessage();
            status = "failed";
        }
    }

    Answer state(int httpStatus) throws IOException {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("id", id);
        state.put("status", status);
        state.put("progress", framesDone * 100 / submission.order().frames());
        if (failure != null) {
            state.put("error", Map.of("code", "render_failed", "message", String.valueOf(failure)));
        }
        return Answer.json(httpStatus, state);
    }

    Answer content() throws IOException, Refusal {
        byte[] gif = content;
        if (gif == null) {
            throw new Refusal(409, "not_complete", "generation " + id + " is " + status);
        }
        return Answer.gif(gif);
    }
}
