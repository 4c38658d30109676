package io.pixsim.logging.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class RuleTextTest {

    private final List<String> wrong = new ArrayList<>();

    @Test
    void domainsKeepTheirSpellingAndLevelsComeInAnyCase() {
        assertThat(RuleText.domains(" localFolders : debug ,cron:Off,,account:WARN", wrong::add))
                .isEqualTo(
                        Map.of("localFolders", Threshold.DEBUG, "cron", Threshold.OFF, "account", Threshold.WARNING));
        assertThat(wrong).isEmpty();
    }

    @Test
    void aNameMayHoldColons() {
        assertThat(RuleText.rates("provider:status:5,/status:50", wrong::add))
                .isEqualTo(Map.of("provider:status", 5, "/status", 50));
        assertThat(wrong).isEmpty();
    }

    @Test
    void eachWrongItemIsToldAndTheOthersStand() {
        assertThat(RuleText.domains("sql,:INFO,cron:loud,account:INFO", wrong::add))
                .isEqualTo(Map.of("account", Threshold.INFO));
        assertThat(wrong).containsExactly("sql", ":INFO", "cron:loud");
    }

    @Test
    void aRateIsAWholeNumberFromOne() {
        assertThat(RuleText.rates("a:0,b:-1,c:x,d:1.5,e:99999999999,f:1", wrong::add))
                .isEqualTo(Map.of("f", 1));
        assertThat(wrong).containsExactly("a:0", "b:-1", "c:x", "d:1.5", "e:99999999999");
    }
}
