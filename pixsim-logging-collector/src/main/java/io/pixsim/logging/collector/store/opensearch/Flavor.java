package io.pixsim.logging.collector.store.opensearch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the two kinds of cluster do each in its own way: a policy that deletes indices when they are old. */
enum Flavor {
    OPENSEARCH {
        @Override
        Map<String, Object> indexSettings(Names names) {
            return Map.of(); // the policy itself says which indices it is for
        }

        @Override
        String policyPath(Names names) {
            return "/_plugins/_ism/policies/" + names.policy();
        }

        @Override
        Map<String, Object> policy(Names names, int days) {
            Map<String, Object> kept = Map.of("name", "kept", "actions", List.of(), "transitions", transitions(days));
            Map<String, Object> gone =
                    Map.of("name", "gone", "actions", List.of(Map.of("delete", Map.of())), "transitions", List.of());
            return Map.of(
                    "policy",
                    Map.of(
                            "description",
                            DESCRIPTION,
                            "default_state",
                            "kept",
                            "states",
                            days == FOREVER ? List.of(kept) : List.of(kept, gone),
                            "ism_template",
                            List.of(Map.of("index_patterns", List.of(names.allEntries()), "priority", 500))));
        }

        private List<Object> transitions(int days) {
            return days == FOREVER
                    ? List.of()
                    : List.of(Map.of("state_name", "gone", "conditions", Map.of("min_index_age", days + "d")));
        }

        /** A policy that is there is changed only by one who has seen it. */
        @Override
        String condition(Node current) {
            return "?if_seq_no=" + current.get("_seq_no").number() + "&if_primary_term="
                    + current.get("_primary_term").number();
        }

        @Override
        Optional<Cluster.Call> renewal(Names names) {
            return Optional.of(Cluster.Call.post(
                    "/_plugins/_ism/change_policy/" + names.allEntries(),
                    Map.of("policy_id", names.policy()),
                    TO_RENEW));
        }
    },
    ELASTICSEARCH {
        @Override
        Map<String, Object> indexSettings(Names names) {
            return Map.of("lifecycle", Map.of("name", names.policy()));
        }

        @Override
        String policyPath(Names names) {
            return "/_ilm/policy/" + names.policy();
        }

        @Override
        Map<String, Object> policy(Names names, int days) {
            Map<String, Object> hot = Map.of("actions", Map.of());
            Map<String, Object> delete = Map.of("min_age", days + "d", "actions", Map.of("delete", Map.of()));
            Map<String, Object> phases = days == FOREVER ? Map.of("hot", hot) : Map.of("hot", hot, "delete", delete);
            return Map.of("policy", Map.of("_meta", Map.of("description", DESCRIPTION), "phases", phases));
        }

        @Override
        String condition(Node current) {
            return "";
        }

        @Override
        Optional<Cluster.Call> renewal(Names names) {
            return Optional.empty(); // an index asks for what its policy says by now
        }
    };

    static final int FOREVER = 0;

    private static final Duration TO_RENEW = Duration.ofSeconds(30);
    private static final String DESCRIPTION = "Deletes entries of PixSim Logging that are kept no longer";

    /** What kind of cluster greets so. */
    static Flavor of(Node greeting) {
        return greeting.get("version").get("distribution").text().equals("opensearch") ? OPENSEARCH : ELASTICSEARCH;
    }

    /** What an index has to say to be meant by the policy. */
    abstract Map<String, Object> indexSettings(Names names);

    /** Where the policy is. */
    abstract String policyPath(Names names);

    /** A policy that deletes indices that are so many days old, or never any. */
    abstract Map<String, Object> policy(Names names, int days);

    /** What is said to change the policy that is there. */
    abstract String condition(Node current);

    /** What has a changed policy apply to indices that are there, where that has to be said. */
    abstract Optional<Cluster.Call> renewal(Names names);
}
