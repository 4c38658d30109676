package io.pixsim.logging.collector.store.postgres;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import org.jspecify.annotations.Nullable;

/** What of a group of requests was not stored before. */
final class News {

    private final List<Append> requests = new ArrayList<>();
    private final List<List<Integer>> places = new ArrayList<>();
    private final List<LogEntry> entries = new ArrayList<>();

    /** Adds a request, and which of its entries are new. */
    void add(Append request, List<Integer> indexes) {
        requests.add(request);
        places.add(indexes);
        indexes.forEach(index -> entries.add(request.entries().get(index)));
    }

    /** All new entries, in order. */
    List<LogEntry> entries() {
        return entries;
    }

    /** The requests, in order. */
    List<Append> requests() {
        return requests;
    }

    /** Which entries of a request are new. */
    List<Integer> places(int request) {
        return places.get(request);
    }

    /** The answer to each request, by the ids of the new entries and why some of them were refused. */
    List<Appended> answers(List<Long> ids, List<@Nullable String> refusals) {
        List<Appended> answers = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < requests.size(); i++) {
            long firstId = 0;
            List<Appended.Refused> refused = new ArrayList<>();
            for (int index : places.get(i)) {
                String refusal = refusals.get(next);
                if (refusal != null) {
                    refused.add(new Appended.Refused(index, refusal));
                } else if (firstId == 0) {
                    firstId = ids.get(next);
                }
                next++;
            }
            int stored = places.get(i).size() - refused.size();
            answers.add(new Appended(firstId, stored, repeats(i), refused));
        }
        return answers;
    }

    private List<Integer> repeats(int request) {
        Set<Integer> fresh = new HashSet<>(places.get(request));
        return IntStream.range(0, requests.get(request).entries().size())
                .filter(index -> !fresh.contains(index))
                .boxed()
                .toList();
    }
}
