package io.pixsim.logging.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntryFilterTest {

    @Test
    void aFilterThatNothingIsSetOfLetsAllThrough() {
        assertThat(EntryFilter.builder().build().isAll()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("narrowed")
    void oneThatAnythingIsSetOfDoesNot(EntryFilter.Builder builder) {
        assertThat(builder.build().isAll()).isFalse();
    }

    private static Stream<EntryFilter.Builder> narrowed() {
        return Stream.of(
                EntryFilter.builder().equal(Column.SERVICE, "a"),
                EntryFilter.builder().minSeverity(Severity.INFO),
                EntryFilter.builder().stagePrefix("provider"),
                EntryFilter.builder().fromMicros(0),
                EntryFilter.builder().toMicros(0),
                EntryFilter.builder().search(Search.parse("a")));
    }
}
