package io.pixsim.logging.jobs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What the writer's thread keeps of each job, by a number that the job's file has for it. Not in the file's object, nor
 * reachable from there: collectors lay what an object refers to beside it, and what one thread changes all the time must not
 * be in the same line of the cache as what all callers read. For one thread.
 */
final class JobOutputs {

    private final List<@Nullable JobOutput> outputs = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();

    JobOutput of(JobFile job) {
        return job.number == JobFile.NOTHING ? add(job) : Objects.requireNonNull(outputs.get(job.number));
    }

    private JobOutput add(JobFile job) {
        JobOutput made = new JobOutput(job);
        Integer number = free.poll();
        if (number == null) {
            job.number = outputs.size();
            outputs.add(made);
        } else {
            job.number = number;
            outputs.set(number, made);
        }
        return made;
    }

    int size() {
        return outputs.size() - free.size();
    }

    /** Forgets those of which nothing waits and nothing is open, unless they are to be kept. */
    void retain(Predicate<JobOutput> kept) {
        for (int i = 0; i < outputs.size(); i++) {
            JobOutput each = outputs.get(i);
            if (each != null && each.open == null && each.firstLine == JobFile.NOTHING && !kept.test(each)) {
                each.job.number = JobFile.NOTHING;
                outputs.set(i, null);
                free.add(i);
            }
        }
    }
}
