package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Levels that change while a program runs. */
class LevelsAtRunTimeTest extends FrontDoorFixture {

    @Test
    void theLevelIsThatOfTheOptions() {
        Logger log = Logging.configure(worker().level(Severity.CRITICAL).build());

        log.error("bad");
        log.error(Severity.CRITICAL, "worst");

        assertThat(console()).singleElement().satisfies(line -> assertThat(line).contains("worst"));
        assertThat(context().getLogger(Logger.ROOT_LOGGER_NAME).getLevel()).isEqualTo(Level.ERROR);
    }

    @Test
    void levelsChangeAtRunTime() {
        Logger log = Logging.configure("worker");
        Logger other = LoggerFactory.getLogger("other.part");

        Logging.level("other", Severity.DEBUG);
        Logging.level(Severity.CRITICAL);
        log.error("hidden");
        other.debug("shown by its own level");
        Logging.level(Severity.WARNING);
        log.info("hidden");
        log.warn("shown");
        context().getLogger("other").setLevel(null);

        assertThat(messages()).containsExactly("shown by its own level", "shown");
    }

    @Test
    void aLevelThatIsSetPastTheFrontDoorHolds() {
        Logger log = Logging.configure(worker().level(Severity.CRITICAL).build());

        context().getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        log.info("shown");

        assertThat(messages()).containsExactly("shown");
    }

    @Test
    void theLevelOfAJobOrDomainChangesAtRunTime() {
        Logger log = Logging.configure("worker");

        Logging.level(LevelScope.forJob(123), Severity.DEBUG, Duration.ofMinutes(10));
        Logging.level(LevelScope.forDomain("account"), Severity.DEBUG);
        Logging.off(LevelScope.forDomain("cron"));
        log.debug("job", Fields.JOB_ID.of(123));
        log.debug("other job", Fields.JOB_ID.of(124));
        log.debug("domain", Fields.DOMAIN.of("account"));
        log.error("off", Fields.DOMAIN.of("cron"));
        Logging.resetLevel(LevelScope.forJob(123));
        Logging.resetLevel(LevelScope.forDomain("cron"));
        log.debug("job again", Fields.JOB_ID.of(123));
        log.info("on again", Fields.DOMAIN.of("cron"));

        assertThat(messages()).containsExactly("job", "domain", "on again");
    }

    private List<Object> messages() {
        return console().stream().map(line -> read(line).get("msg")).toList();
    }
}
