package io.pixsim.logging.logback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.gate.GateRules;
import io.pixsim.logging.gate.PathRules;
import io.pixsim.logging.gate.RuleText;
import io.pixsim.logging.gate.Threshold;

/** The rules of a gate as {@code logback.xml} spells them. What can't be read is told and left out. For one thread. */
final class GateXml {

    private static final String EXCLUDED = "/health";

    /** Joran sets nothing from an empty element. */
    private static final String NONE = "none";

    private final List<String> complaints = new ArrayList<>();
    private Map<String, Threshold> domains = Map.of();
    private Map<String, Integer> stages = Map.of();
    private int polls = 1;
    private int jobs = 1;
    private int perSecond;
    private Duration duplicates = Duration.ZERO;
    private boolean polling;
    private List<String> excludePaths = List.of(EXCLUDED);
    private Map<String, Integer> paths = Map.of();
    private Duration slowRequest = PathRules.SLOW;
    private boolean jobSummaries = true;

    void domains(String text) {
        domains = RuleText.domains(text, wrongItem("domains", "domain:LEVEL or domain:OFF"));
    }

    void sampleStages(String text) {
        stages = RuleText.rates(text, wrongItem("sampleStages", "stage:rate with a whole number from 1"));
    }

    void samplingProviderStatus(int rate) {
        polls = fromOne("samplingProviderStatus", rate, 1);
    }

    void sampleJobs(int rate) {
        jobs = fromOne("sampleJobs", rate, 1);
    }

    void rateLimit(int events) {
        perSecond = Math.max(0, events);
        if (events < 1) {
            complaints.add("rateLimit < 1: " + events + "; setting no limit");
        }
    }

    void collapseDuplicates(String seconds) {
        duplicates = seconds("collapseDuplicates", seconds, Duration.ZERO);
    }

    void collapsePolling(boolean collapse) {
        polling = collapse;
    }

    void excludePaths(String text) {
        excludePaths = text.strip().equals(NONE) ? List.of() : RuleText.items(text);
    }

    void samplePaths(String text) {
        paths = RuleText.rates(text, wrongItem("samplePaths", "path:rate with a whole number from 1"));
    }

    void jobSummaries(boolean summaries) {
        jobSummaries = summaries;
    }

    void slowRequest(String seconds) {
        slowRequest = seconds("slowRequest", seconds, PathRules.SLOW);
    }

    GateRules rules() {
        Map<String, Integer> rates = new HashMap<>(stages);
        if (polls > 1) {
            rates.put(Stage.PROVIDER_STATUS.getName(), polls);
        }
        return new GateRules(
                domains,
                new PathRules(excludePaths, paths, slowRequest),
                new GateRules.SamplingRules(rates, jobs, perSecond, duplicates, polling),
                jobSummaries);
    }

    /** What could not be read so far, once. */
    void complain(Consumer<String> listener) {
        complaints.forEach(listener);
        complaints.clear();
    }

    private Consumer<String> wrongItem(String setting, String allowed) {
        return item -> complaints.add(setting + ": '" + item + "' is not like " + allowed + "; it is left out");
    }

    private int fromOne(String setting, int value, int fallback) {
        if (value >= 1) {
            return value;
        }
        complaints.add(setting + " < 1: " + value + "; taking " + fallback);
        return fallback;
    }

    private Duration seconds(String setting, String text, Duration fallback) {
        return RuleText.seconds(text.strip()).orElseGet(() -> {
            complaints.add(setting + ": '" + text + "' is not a number of seconds above 0, up to 3600; "
                    + (fallback.isZero() ? "leaving it off" : "taking " + fallback.toMillis() / 1000.0));
            return fallback;
        });
    }
}
