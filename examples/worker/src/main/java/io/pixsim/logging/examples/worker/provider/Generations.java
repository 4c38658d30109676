package io.pixsim.logging.examples.worker.provider;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;

/** All submissions, and the threads that render them. */
final class Generations {

    private final Map<String, Generation> byId = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final ColdStart ultra = new ColdStart();
    private final ExecutorService renderers;

    Generations(ExecutorService renderers) {
        this.renderers = renderers;
    }

    Generation submit(Headers headers, byte[] body) throws Refusal {
        Credentials.check(headers);
        Submission submission = Submission.read(body);
        if (submission.isUltra()) {
            ultra.check();
        }
        String id = "pv_job_%04d".formatted(accepted.incrementAndGet());
        Generation generation = new Generation(id, submission);
        byId.put(id, generation);
        start(generation);
        return generation;
    }

    Generation find(String id) throws Refusal {
        Generation generation = byId.get(id);
        if (generation == null) {
            throw new Refusal(404, "not_found", "no generation " + id);
        }
        return generation;
    }

    private void start(Generation generation) throws Refusal {
        try {
            renderers.execute(generation);
        } catch (RejectedExecutionException e) {
            throw new Refusal(503, "closing", "the provider is closing");
        }
    }
}
