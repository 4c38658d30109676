package io.pixsim.logging.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogFileNameTest {

    @ParameterizedTest
    @CsvSource({
        // name, base, date, index, compressed
        "worker.jsonl,worker.jsonl,'',-1,false",
        "backend.log,backend.log,'',-1,false",
        "worker.jsonl.1,worker.jsonl,'',1,false",
        "worker.jsonl.12.gz,worker.jsonl,'',12,true",
        "info.3.log,info.log,'',3,false",
        "worker.2026-11-27.jsonl,worker.jsonl,2026-11-27,-1,false",
        "worker.2026-11-27.4.jsonl.gz,worker.jsonl,2026-11-27,4,true",
        "worker.2026-11-27_14.log,worker.log,2026-11-27_14,-1,false",
        "worker.log.2026-11-27,worker.log,2026-11-27,-1,false",
        "worker.log-20261127,worker.log,20261127,-1,false",
        "worker.log-20261127.gz,worker.log,20261127,-1,true",
        "worker.2026-11-27.0.log81234567890.tmp,worker.log,2026-11-27,0,false",
        "job-456.jsonl,job-456.jsonl,'',-1,false",
        "456.jsonl,456.jsonl,'',-1,false",
    })
    void aNameSaysWhatWasRotatedFromWhat(String name, String base, String date, long index, boolean compressed) {
        assertThat(LogFileName.parse(name)).contains(new LogFileName(base, date, index, compressed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"worker.txt", "worker.gz", "worker.jsonl.bak", ".log", "log", "worker.jsonl.1.zip", "a.tmp"})
    void otherNamesAreNoLogFiles(String name) {
        assertThat(LogFileName.parse(name)).isEmpty();
    }

    @Test
    void numbersAloneGrowWithAgeAndNumbersAfterADateWithTime() {
        assertThat(sorted("a.log.1", "a.log.10", "a.log.2")).containsExactly("a.log.10", "a.log.2", "a.log.1");
        assertThat(sorted("a.2026-11-27.2.log", "a.2026-11-28.0.log", "a.2026-11-27.10.log"))
                .containsExactly("a.2026-11-27.2.log", "a.2026-11-27.10.log", "a.2026-11-28.0.log");
    }

    private static Stream<String> sorted(String... names) {
        return Stream.of(names)
                .sorted((a, b) -> LogFileName.BY_AGE.compare(
                        LogFileName.parse(a).orElseThrow(), LogFileName.parse(b).orElseThrow()));
    }
}
