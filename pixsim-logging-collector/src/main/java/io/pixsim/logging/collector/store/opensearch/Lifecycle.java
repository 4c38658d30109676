package io.pixsim.logging.collector.store.opensearch;

import java.util.Optional;
import java.util.OptionalInt;

import io.pixsim.logging.collector.store.RetentionRules;

/**
 * Has the cluster itself delete what is kept by no rule, also when no collector runs. A cluster that can't is left alone:
 * collectors delete what is old in any case.
 */
final class Lifecycle {

    private final Cluster cluster;
    private final Names names;
    private final Flavor flavor;
    private OptionalInt told = OptionalInt.empty();

    Lifecycle(Cluster cluster, Names names, Flavor flavor) {
        this.cluster = cluster;
        this.names = names;
        this.flavor = flavor;
    }

    /** Tells the cluster of rules that are new to it. */
    synchronized void follow(RetentionRules rules) throws ClusterException {
        OptionalInt days = OptionalInt.of(ageAtWhichAllIsGone(rules));
        if (days.equals(told)) {
            return;
        }
        try {
            cluster.call(
                    Cluster.Call.put(flavor.policyPath(names) + condition(), flavor.policy(names, days.getAsInt())));
            renew();
        } catch (ClusterException e) {
            if (!e.isNotOffered()) {
                throw e;
            }
        }
        told = days;
    }

    /** Some clusters keep for each index the policy as it was when the index was made. */
    private void renew() throws ClusterException {
        Optional<Cluster.Call> renewal = flavor.renewal(names);
        if (renewal.isEmpty()) {
            return;
        }
        try {
            cluster.call(renewal.get());
        } catch (ClusterException e) {
            if (!e.isNotFound()) { // no index yet
                throw e;
            }
        }
    }

    private String condition() throws ClusterException {
        try {
            return flavor.condition(cluster.ask(Cluster.Call.get(flavor.policyPath(names))));
        } catch (ClusterException e) {
            if (!e.isNotFound()) {
                throw e;
            }
            return "";
        }
    }

    /** An index is a day old when its own day is over, so the day of arrival comes on top. */
    private static int ageAtWhichAllIsGone(RetentionRules rules) {
        int longest = rules.days();
        for (RetentionRules.Rule rule : rules.rules()) {
            if (longest == RetentionRules.FOREVER || rule.days() == RetentionRules.FOREVER) {
                return Flavor.FOREVER;
            }
            longest = Math.max(longest, rule.days());
        }
        return longest == RetentionRules.FOREVER ? Flavor.FOREVER : longest + 1;
    }
}
