package io.pixsim.logging.jobs;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.pixsim.logging.rolling.Chunk;
import org.jspecify.annotations.Nullable;

/**
 * The lines that wait to be written, job by job, the job first whose line came first. Lines of one job are chained by
 * numbers, so that nothing is made for any of them. A job that waits takes more lines until it is its turn: the longer it
 * waits, the more of them share the opening of its file. For one thread.
 */
final class JobLines {

    private static final int LINE_BITS = 16;
    private static final int LINE_MASK = (1 << LINE_BITS) - 1;

    private final JobOutputs outputs;
    private final Deque<JobOutput> jobs = new ArrayDeque<>();
    private final List<Place> places = new ArrayList<>();
    private final Deque<Place> free = new ArrayDeque<>();

    JobLines(JobOutputs outputs) {
        this.outputs = outputs;
    }

    /** Where a chunk is kept while lines of it wait, and which line follows each of them. */
    private static final class Place {

        private final int number;
        private @Nullable Chunk<JobFile> chunk;
        private int[] following = new int[0];

        Place(int number) {
            this.number = number;
        }

        void take(Chunk<JobFile> taken) {
            chunk = taken;
            if (following.length < taken.lines()) {
                following = new int[taken.lines()];
            }
        }

        Chunk<JobFile> chunk() {
            Chunk<JobFile> kept = chunk;
            if (kept == null) {
                throw new IllegalStateException("no line of place " + number + " waits");
            }
            return kept;
        }
    }

    void add(Chunk<JobFile> chunk) {
        Place place = free.poll();
        if (place == null) {
            place = new Place(places.size());
            places.add(place);
        }
        place.take(chunk);
        for (int i = 0; i < chunk.lines(); i++) {
            chain(outputs.of(chunk.target(i)), place, i);
        }
    }

    private void chain(JobOutput output, Place place, int index) {
        int line = place.number << LINE_BITS | index;
        place.following[index] = JobFile.NOTHING;
        if (output.firstLine == JobFile.NOTHING) {
            jobs.add(output);
            output.firstLine = line;
        } else {
            place(output.lastLine).following[output.lastLine & LINE_MASK] = line;
        }
        output.lastLine = line;
    }

    /** How many jobs wait. */
    int jobs() {
        return jobs.size();
    }

    /** The job whose turn it is; null when none waits. */
    @Nullable
    JobOutput job() {
        return jobs.peek();
    }

    /** That job's lines, of which the first is told, are written or lost; gives how many they were. */
    int done(int first) {
        jobs.remove().firstLine = JobFile.NOTHING;
        int count = 0;
        int line = first;
        while (line != JobFile.NOTHING) {
            Place place = place(line);
            line = place.following[line & LINE_MASK];
            place.chunk().done(1);
            if (place.chunk().left() == 0) {
                place.chunk = null;
                free.push(place);
            }
            count++;
        }
        return count;
    }

    /** Forgets all lines, as after a mistake: what waits of a job must not be taken for lines of another. */
    void forget() {
        jobs.forEach(output -> output.firstLine = JobFile.NOTHING);
        jobs.clear();
        places.clear();
        free.clear();
    }

    /** The line of a job that follows another one, or {@link JobFile#NOTHING}. */
    int next(int line) {
        return place(line).following[line & LINE_MASK];
    }

    int length(int line) {
        Chunk<JobFile> chunk = place(line).chunk();
        int number = line & LINE_MASK;
        return chunk.end(number) - chunk.start(number);
    }

    /** A view of a line's own bytes. */
    ByteBuffer bytes(int line) {
        Chunk<JobFile> chunk = place(line).chunk();
        return ByteBuffer.wrap(chunk.bytes(), chunk.start(line & LINE_MASK), length(line));
    }

    void copy(int line, ByteBuffer to) {
        Chunk<JobFile> chunk = place(line).chunk();
        to.put(chunk.bytes(), chunk.start(line & LINE_MASK), length(line));
    }

    int count(int from) {
        int count = 0;
        for (int line = from; line != JobFile.NOTHING; line = next(line)) {
            count++;
        }
        return count;
    }

    private Place place(int line) {
        return places.get(line >>> LINE_BITS);
    }
}
