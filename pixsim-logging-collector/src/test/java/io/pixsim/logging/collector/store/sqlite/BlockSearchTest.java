package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.Search;
import org.junit.jupiter.api.Test;

/** A day that lasts is searched by blocks, and finds what reading all of it finds. */
class BlockSearchTest extends BlockFixture {

    @Test
    void aSearchFindsWhatReadingAllFinds() throws Exception {
        fillWithHostile(5 * BLOCK + 1_000);

        assertThat(told()).hasSizeGreaterThanOrEqualTo(5);
        checkSearches(150);
    }

    @Test
    void whatIsTheSameForTheFileIsFoundThere() throws Exception {
        Map<String, String> searches = Map.of(
                "aq\uD83Dzb", "q?z",
                "aw\uDE00\uD83Dxb", "w??x",
                "aj\uFFFEvb", "j\uFFFDv",
                "ag\uFFFFyb", "g\uFFFDy",
                "TimeoutError", "oUTerr",
                "kelvin", "\u212Aelvin",
                "Zürich", "ZÜRICH",
                "say \"hi\"", "Y \"h",
                "its end", "end\0more");
        store(searches.keySet().stream().map(BlockSearchTest::entry).toList());
        fill(2 * BLOCK, "usual");

        int found = 0;
        for (String search : searches.values()) {
            EntryFilter filter = search(search).build();
            List<Position> all = read(filter, Order.NEWEST_FIRST);
            found += all.size();
            assertThat(ids(filter, Order.NEWEST_FIRST, null, 10))
                    .as(search)
                    .isEqualTo(all.stream().map(Position::id).toList());
        }
        assertThat(found).isGreaterThanOrEqualTo(searches.size() - 2); // not each version takes U+FFFE for U+FFFD
    }

    @Test
    void wordsThatBlocksLackAreLookedForInTheOthersOnly() throws Exception {
        fill(3 * BLOCK, "usual");
        fill(1, "zanzibar");
        fill(2 * BLOCK, "usual");

        assertThat(blocksThatMayHold("zanzibar")).isEqualTo(2); // its own and the one that is not full
        assertThat(ids(search("zanzibar").build(), Order.NEWEST_FIRST, null, 10))
                .containsExactly(3L * BLOCK + 1);
        assertThat(store.count(search("zanzibar").build(), 10)).isEqualTo(1);
    }

    @Test
    void aDayWithoutBlocksIsReadAsBefore() throws Exception {
        fillWithHostile(6 * BLOCK);
        execute("DELETE FROM blocks WHERE first_id > 1");

        checkSearches(40);
    }

    @Test
    void whatIsStoredIsFoundWhileOthersWrite() throws Exception {
        List<CompletableFuture<Appended>> others = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String word = "word" + Integer.toHexString(i * 0x9E3779B1);
            CompletableFuture<Appended> own = store.append(new Append(null, List.of(entry(word))));
            others.add(store.append(new Append(null, entries(400, "usual"))));

            long id = own.get(60, TimeUnit.SECONDS).firstId();

            assertThat(ids(search(word).build(), Order.NEWEST_FIRST, null, 10)).containsExactly(id);
        }
        for (CompletableFuture<Appended> other : others) {
            assertThat(other.get(60, TimeUnit.SECONDS).stored()).isEqualTo(400);
        }
    }

    private long blocksThatMayHold(String phrase) throws SQLException {
        SearchThrees threes = SearchThrees.of(Search.parse(phrase)).orElseThrow();
        long may = 1;
        try (Connection connection = Connections.open(folder.resolve(FILE));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT threes FROM blocks")) {
            while (row.next()) {
                may += threes.mayBeIn(row.getBytes(1)) ? 1 : 0;
            }
        }
        return may;
    }
}
