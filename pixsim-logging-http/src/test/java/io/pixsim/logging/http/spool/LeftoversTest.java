package io.pixsim.logging.http.spool;

import static io.pixsim.logging.http.spool.Events.FIRST;
import static io.pixsim.logging.http.spool.Events.SECOND;
import static io.pixsim.logging.http.spool.Events.THIRD;
import static io.pixsim.logging.http.spool.Events.adopted;
import static io.pixsim.logging.http.spool.Events.append;
import static io.pixsim.logging.http.spool.Events.drain;
import static io.pixsim.logging.http.spool.Events.files;
import static io.pixsim.logging.http.spool.Events.numbers;
import static io.pixsim.logging.http.spool.Events.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ended processes have left, and who takes it over. */
class LeftoversTest {

    @TempDir
    Path folder;

    @Test
    void leftoversAreReadBeforeTheOwnOldestFirst() throws IOException {
        for (String origin : List.of(SECOND, FIRST)) {
            try (Spool spool = open(folder, origin)) {
                append(spool, 0, 3);
            }
        }

        try (Spool third = open(folder, THIRD)) {
            append(third, 0, 3);
            third.adopt(found -> {});

            List<String> origins = new ArrayList<>();
            for (Chunk chunk = third.read(3, 1 << 20); chunk != null; chunk = third.read(3, 1 << 20)) {
                origins.add(chunk.origin());
            }
            assertThat(origins).containsExactly(FIRST, SECOND, THIRD);
        }
    }

    @Test
    void whatALivingOneHasIsNotTaken() throws IOException {
        try (Spool living = open(folder, FIRST);
                Spool other = open(folder, SECOND)) {
            append(living, 0, 3);

            assertThat(adopted(other)).isZero();
            assertThat(drain(living)).isEqualTo(numbers(0, 3));
        }
    }

    @Test
    void whatCannotBeTakenOverDoesNotKeepTheRestFromIt() throws IOException {
        Files.createDirectory(folder.resolve(FIRST + ".lock"));
        Files.write(folder.resolve(FIRST + "-00000000.seg"), new byte[10]);
        try (Spool left = open(folder, SECOND)) {
            append(left, 0, 7);
        }
        List<Long> adopted = new ArrayList<>();

        try (Spool spool = open(folder, THIRD)) {
            assertThatThrownBy(() -> spool.adopt(adopted::add)).isInstanceOf(IOException.class);

            assertThat(adopted).containsExactly(7L);
            assertThat(drain(spool)).isEqualTo(numbers(0, 7));
        }
    }

    @Test
    void whatAProcessLeavesThatWasKilledBeforeItSpooledIsCleanedUp() throws IOException {
        Path lock = Files.createFile(folder.resolve(FIRST + ".lock"));
        Files.setLastModifiedTime(lock, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Files.createFile(folder.resolve(FIRST + ".ack"));

        try (Spool spool = open(folder, SECOND)) {
            assertThat(adopted(spool)).isZero();
        }

        assertThat(files(folder)).isEmpty();
    }

    @Test
    void whoseLockIsDeletedBeforeItSpooledSpoolsAllTheSame() throws IOException {
        try (Spool living = open(folder, FIRST);
                Spool other = open(folder, SECOND)) {
            Files.delete(folder.resolve(FIRST + ".lock"));
            append(living, 0, 3);

            assertThat(adopted(other)).isZero();
            assertThat(drain(living)).isEqualTo(numbers(0, 3));
        }
    }
}
