package io.pixsim.logging.test.ingest;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Which answer comes next. */
final class Script {

    private final Queue<Answer> queued = new ConcurrentLinkedQueue<>();
    private volatile Answer otherwise = Answer.ok();

    void enqueue(Answer answer) {
        queued.add(answer);
    }

    void otherwise(Answer answer) {
        otherwise = answer;
    }

    Answer next() {
        Answer answer = queued.poll();
        return answer != null ? answer : otherwise;
    }
}
