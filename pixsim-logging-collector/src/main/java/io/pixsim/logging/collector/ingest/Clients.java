package io.pixsim.logging.collector.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who sends; of more than {@value #MOST} the one that was silent longest is forgotten. Safe for use by many threads. */
final class Clients {

    private static final int MOST = 500;

    private final Map<String, Client> byService = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Client> silent) {
            return size() > MOST;
        }
    };

    synchronized void sent(Map<String, Sent> bySender, long now) {
        bySender.forEach((service, sent) ->
                byService.computeIfAbsent(service, Client::new).sent(sent, now));
    }

    /** Those that sent last come last. */
    synchronized List<ClientState> states() {
        return byService.values().stream().map(Client::state).toList();
    }
}
