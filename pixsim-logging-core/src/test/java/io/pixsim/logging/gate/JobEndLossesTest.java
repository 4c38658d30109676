package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.gate.GateRules.SamplingRules;
import org.junit.jupiter.api.Test;

/** What of a job was held back, when it ends. */
class JobEndLossesTest extends JobEndFixture {

    @Test
    void whatAJobHasLostIsToldInItsSummaryAndNowhereElse() {
        use(SamplingRules.stages(Map.of("provider:status", 10)));
        for (int i = 0; i < 5; i++) {
            log(in("provider:status"));
        }
        log(in("provider:complete"));

        assertThat(summary(gate.scopesClosed("1", false)).fields())
                .containsEntry("suppressed", 3L)
                .containsEntry("lost", Map.of("sampled", Map.of("provider:status", 3L)));
        assertThat(told).hasSize(1).allMatch(notice -> notice instanceof Notice.Late);
    }

    @Test
    void theLastBeforeTheEndOfAJobIsWrittenAfterAll() {
        use(SamplingRules.stages(Map.of("pipeline:artifact", 10)));
        for (int i = 0; i < 5; i++) {
            log(in("pipeline:artifact").number(i));
        }

        List<Notice> end = gate.scopesClosed("1", false);

        assertThat(end).hasSize(2).first().isEqualTo(new Notice.Late(new TestCall.Kept("4"), 3));
        assertThat(summary(end.subList(1, 2)).fields()).containsEntry("suppressed", 3L);
        assertThat(gate.suppressed()).containsExactly(Map.entry(SuppressReason.SAMPLED, 3L));
    }

    @Test
    void aJobThatIsGivenUpTellsOfItsPollsAndWhatItLost() {
        use(new SamplingRules(Map.of(), 1, 0, Duration.ZERO, true));
        for (int i = 0; i < 5; i++) {
            log(in("provider:status").with("status", "queued"));
        }
        for (String job : List.of("2", "3")) { // the first look finds that it was polled
            told.clear();
            clock.advance(Duration.ofMinutes(16));
            log(TestCall.of(INFO).job(job).stage("pipeline:start"));
        }

        assertThat(told).hasSize(3);
        assertThat(told.get(0)).isInstanceOfSatisfying(Notice.Summary.class, polls -> {
            assertThat(polls.ofCall()).isFalse();
            assertThat(polls.fields()).containsEntry("job_id", "1").containsEntry("polls", 5L);
        });
        assertThat(summary(told.subList(1, 2)).fields())
                .containsEntry("job_id", "1")
                .containsEntry("suppressed", 3L)
                .containsEntry("lost", Map.of("unchanged_poll", Map.of("provider:status", 3L)));
    }

    @Test
    void whatAJobLostByOtherRulesIsToldInItsSummaryToo() {
        use(SamplingRules.stages(Map.of("provider:status", 10)));
        for (int i = 0; i < 5; i++) {
            log(in("provider:status"));
        }
        use(SamplingRules.NONE);
        log(in("provider:complete"));

        assertThat(summary(gate.scopesClosed("1", false)).fields()).containsEntry("suppressed", 4L);
    }
}
