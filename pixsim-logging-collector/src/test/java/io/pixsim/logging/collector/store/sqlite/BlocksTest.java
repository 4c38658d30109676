package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.pixsim.logging.collector.store.Append;
import org.junit.jupiter.api.Test;

/** Which blocks a day has, whatever becomes of the one who writes it. */
class BlocksTest extends BlockFixture {

    @Test
    void aStoreThatIsClosedInTheMidstOfABlockGoesOnWithIt() throws Exception {
        for (int i = 0; i < 5; i++) {
            fillWithHostile(BLOCK / 2 + 77);
            store.close();
            open();
        }

        assertThat(told()).containsExactly(List.of(1L, (long) BLOCK), List.of(BLOCK + 1L, 2L * BLOCK));
        checkSearches(40);
    }

    @Test
    void whatAKilledProcessLeavesIsSearchedAsItWas() throws Exception {
        fillWithHostile(BLOCK + 500);
        Path killed = Files.createDirectory(folder.resolve("killed"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, killed.resolve(Objects.requireNonNull(file.getFileName())));
            }
        }
        store.close();
        folder = killed;

        open();

        fillWithHostile(BLOCK);
        assertThat(told()).containsExactly(List.of(1L, (long) BLOCK), List.of(BLOCK + 1L, 2L * BLOCK));
        checkSearches(40);
    }

    @Test
    void whatIsRolledBackTakesNoBlockWithIt() throws Exception {
        store.close();
        execute("CREATE TRIGGER refuse BEFORE INSERT ON entries WHEN new.msg = 'poison'"
                + " BEGIN SELECT RAISE(ABORT, 'refused'); END");
        try (DayFiles files = DayFiles.open(folder);
                DayCommitter committer = new DayCommitter(files, clock, () -> {})) {
            committer.commit(List.of(new Append(null, entries(BLOCK - 10, "usual"))));
            List<Append> refused =
                    List.of(new Append(null, entries(20, "lost")), new Append(null, entries(1, "poison")));

            assertThatThrownBy(() -> committer.commit(refused)).hasMessageContaining("refused");
            committer.commit(List.of(new Append(null, entries(20, "kept"))));
        }
        open();

        assertThat(told()).containsExactly(List.of(1L, (long) BLOCK));
        assertThat(store.count(search("kept").build(), 100)).isEqualTo(20);
        assertThat(store.count(search("usual").build(), 10_000)).isEqualTo(BLOCK - 10);
        assertThat(store.count(search("lost").build(), 100)).isZero();
    }

    @Test
    void aDayThatWasBegunWithoutBlocksGetsThemBesideTheOneWhoWrites() throws Exception {
        fillWithHostile(3 * BLOCK + 700);
        store.close();
        execute("DROP TABLE blocks");
        open();

        fillWithHostile(BLOCK + 300);

        await().atMost(Duration.ofSeconds(60)).until(() -> told().size() == 5);
        assertThat(told())
                .containsExactly(
                        List.of(1L, (long) BLOCK),
                        List.of(BLOCK + 1L, 2L * BLOCK),
                        List.of(2L * BLOCK + 1, 3L * BLOCK),
                        List.of(3L * BLOCK + 1, 3L * BLOCK + 700),
                        List.of(3L * BLOCK + 701, 4L * BLOCK + 700));
        checkSearches(40);
    }

    @Test
    void aFewEntriesThatWereLeftOutGetTheirBlockAtTheNextStart() throws Exception {
        fillWithHostile(3 * BLOCK);
        store.close();
        execute("DELETE FROM blocks WHERE first_id = " + (BLOCK + 1));
        execute("UPDATE blocks SET first_id = first_id + 100 WHERE first_id > " + BLOCK);

        open();

        await().atMost(Duration.ofSeconds(60)).until(() -> told().size() > 3);
        assertThat(told())
                .containsExactly(
                        List.of(1L, (long) BLOCK),
                        List.of(BLOCK + 1L, 2L * BLOCK),
                        List.of(2L * BLOCK + 1, 2L * BLOCK + 100),
                        List.of(2L * BLOCK + 101, 3L * BLOCK));
    }
}
