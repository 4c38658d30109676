package io.pixsim.logging.encode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was last told of the context of each job, so that later lines need not repeat it. Holds finished text, of so many
 * jobs; the one that was quiet for longest is forgotten first, and its context told again. Safe for use by many threads.
 */
final class ToldContext {

    static final int MAX_SUBJECTS = 512;
    private static final int MAX_NAMES = 32;

    private final LinkedHashMap<HumanPair, Map<String, String>> told = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * What a line has to tell.
     *
     * @param subject the job, or the request
     * @param said what the line tells anyhow
     * @param context what is bound
     * @return what of the context is new, or other than it was
     */
    synchronized List<HumanPair> untold(HumanPair subject, List<HumanPair> said, List<HumanPair> context) {
        Map<String, String> last = told.computeIfAbsent(subject, key -> new HashMap<>());
        if (told.size() > MAX_SUBJECTS) {
            told.remove(told.keySet().iterator().next());
        }
        said.forEach(pair -> isNews(pair, last));
        List<HumanPair> news = new ArrayList<>();
        for (HumanPair pair : context) {
            if (isNews(pair, last)) {
                news.add(pair);
            }
        }
        return news;
    }

    /** Begins anew with a job. */
    synchronized void forget(HumanPair subject) {
        told.remove(subject);
    }

    private static boolean isNews(HumanPair pair, Map<String, String> last) {
        if (last.size() >= MAX_NAMES && !last.containsKey(pair.name())) {
            return true;
        }
        return !pair.text().equals(last.put(pair.name(), pair.text()));
    }
}
