package io.pixsim.logging.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

import org.junit.jupiter.api.Test;

/** What becomes of rotated files. */
class HousekeepingTest extends RotatingFileFixture {

    @Test
    void oldFilesArePackedThenDeletedAndNothingElseIs() throws IOException {
        age(Files.writeString(folder.resolve("worker.log.2026-11-26"), "of yesterday\n"), 1);
        age(Files.writeString(folder.resolve("worker.log.2026-10-01.gz"), "old"), 57);
        age(Files.writeString(folder.resolve("worker.log.old"), "not ours"), 400);
        age(Files.writeString(folder.resolve("other.log.2026-10-01"), "not ours"), 400);
        start(Rotation.daily(30));

        new Housekeeping(path(), Rotation.daily(30), time::instant).run();

        assertThat(names()).containsExactly("other.log.2026-10-01", "worker.log.2026-11-26.gz", "worker.log.old");
    }

    @Test
    void theOldestGoFirstWhenTheyAreTooManyOrTooLarge() throws IOException {
        for (int day = 1; day <= 4; day++) {
            age(Files.writeString(folder.resolve("worker.log.2026-11-0" + (5 - day)), "x".repeat(10)), day);
        }
        start(Rotation.NONE);

        new Housekeeping(path(), new Rotation(Rotation.Every.DAY, 0, 3, Duration.ZERO, 25, false), time::instant).run();

        assertThat(names()).containsExactly("worker.log.2026-11-03", "worker.log.2026-11-04");
    }

    @Test
    void settingTheClockForwardDeletesNothing() throws IOException {
        age(Files.writeString(folder.resolve("worker.log.2026-11-26.gz"), "packed"), 1);
        start(Rotation.NONE);
        SteadyTime steady = new SteadyTime(time, time);
        time.set("2036-01-01T00:00:00");

        new Housekeeping(path(), Rotation.daily(30), steady).run();

        assertThat(names()).containsExactly("worker.log.2026-11-26.gz");
    }

    private void age(Path of, int days) throws IOException {
        Files.setLastModifiedTime(of, FileTime.from(time.instant().minus(Duration.ofDays(days))));
    }
}
