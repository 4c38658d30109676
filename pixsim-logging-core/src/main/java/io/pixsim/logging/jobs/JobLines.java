package io.pixsim.logging.jobs;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.pixsim.logging.rolling.Chunk;

/**
 * The lines of a batch, job by job: lines of one job are chained by numbers, so that nothing is made for any of them. For
 * one thread.
 */
final class JobLines {

    private static final int LINE_BITS = 16;
    private static final int LINE_MASK = (1 << LINE_BITS) - 1;

    private final List<Chunk<JobFile>> batch;
    private final int[][] following;
    private final List<JobOutput> jobs = new ArrayList<>();

    JobLines(List<Chunk<JobFile>> batch, JobOutputs outputs) {
        this.batch = batch;
        this.following = new int[batch.size()][];
        try {
            for (int i = 0; i < following.length; i++) {
                following[i] = new int[batch.get(i).lines()];
                chain(i, outputs);
            }
        } catch (RuntimeException | Error e) { // a want of memory must not leave half a chain to the next batch
            unchain();
            throw e;
        }
    }

    void unchain() {
        jobs.forEach(output -> output.firstLine = JobFile.NOTHING);
    }

    /** In the order of their first lines. */
    List<JobOutput> jobs() {
        return jobs;
    }

    /** The line of a job that follows another one, or {@link JobFile#NOTHING}. */
    int next(int line) {
        return following[line >>> LINE_BITS][line & LINE_MASK];
    }

    int length(int line) {
        Chunk<JobFile> chunk = batch.get(line >>> LINE_BITS);
        int number = line & LINE_MASK;
        return chunk.end(number) - chunk.start(number);
    }

    /** A view of a line's own bytes. */
    ByteBuffer bytes(int line) {
        return ByteBuffer.wrap(
                batch.get(line >>> LINE_BITS).bytes(),
                batch.get(line >>> LINE_BITS).start(line & LINE_MASK),
                length(line));
    }

    void copy(int line, ByteBuffer to) {
        Chunk<JobFile> chunk = batch.get(line >>> LINE_BITS);
        to.put(chunk.bytes(), chunk.start(line & LINE_MASK), length(line));
    }

    int count(int from) {
        int count = 0;
        for (int line = from; line != JobFile.NOTHING; line = next(line)) {
            count++;
        }
        return count;
    }

    private void chain(int index, JobOutputs outputs) {
        Chunk<JobFile> chunk = batch.get(index);
        for (int i = 0; i < chunk.lines(); i++) {
            JobOutput output = outputs.of(chunk.target(i));
            int line = index << LINE_BITS | i;
            following[index][i] = JobFile.NOTHING;
            if (output.firstLine == JobFile.NOTHING) {
                jobs.add(output);
                output.firstLine = line;
            } else {
                following[output.lastLine >>> LINE_BITS][output.lastLine & LINE_MASK] = line;
            }
            output.lastLine = line;
        }
    }
}
