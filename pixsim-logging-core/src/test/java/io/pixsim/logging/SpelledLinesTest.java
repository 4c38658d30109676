package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Names;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.files.LogFiles;
import io.pixsim.logging.files.LogQuery;
import io.pixsim.logging.files.LogReader;
import io.pixsim.logging.files.LoggedEvent;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** Names and levels as the program wants them, in what console and files have. */
class SpelledLinesTest extends FrontDoorFixture {

    private static final String JOB_CENTRIC = "\\{\"ts\":\"[^\"]+\",\"level\":\"WARN\",\"msg\":\"slow\","
            + "\"component\":\"worker\",\"env\":\"dev\",\"jobId\":123,.*\"projectId\":\"p-1\"}";
    private static final String FOR_PEOPLE = ".* - worker - WARNING - .* job_id=123 project_id=p-1";

    @Test
    void everyJsonLineOfConsoleAndFilesIsSpelledSo() throws IOException {
        Logger log = configure(files(FileSet.SERVICE, FileSet.JOBS));

        logOne(log);
        Logging.flush(SOON);

        assertThat(console()).singleElement(STRING).matches(JOB_CENTRIC);
        assertThat(read(folder.resolve("worker.jsonl"))).singleElement(STRING).matches(JOB_CENTRIC);
        assertThat(read(folder.resolve("runtime/logs/worker.jsonl")))
                .singleElement(STRING)
                .matches(JOB_CENTRIC);
        assertThat(read(jobFile())).singleElement(STRING).matches(JOB_CENTRIC);
    }

    @Test
    void linesForPeopleStayAsTheyAre() throws IOException {
        Logger log = configure(files(FileSet.LEVELS));

        logOne(log);
        Logging.flush(SOON);

        assertThat(read(folder.resolve("info.log"))).singleElement(STRING).matches(FOR_PEOPLE);
    }

    @Test
    void anEventIsFoundInFilesAsIfItHadTheCatalogsNames() throws IOException {
        Logger log = configure(files(FileSet.JOBS));

        logOne(log);
        Logging.flush(SOON);

        LogQuery query = LogQuery.all().job(123).service("worker").level(Severity.WARNING);
        try (LogReader found = LogFiles.in(folder.resolve("projects")).read(query)) {
            LoggedEvent event = found.next();
            assertThat(event.text(Fields.JOB_ID)).contains("123");
            assertThat(event.timestamp()).isPresent();
            assertThat(found.hasNext()).isFalse();
        }
    }

    private Logger configure(FileOptions files) {
        return Logging.configure(worker().names(Names.JOB_CENTRIC)
                .upperCaseLevels(true)
                .file(folder.resolve("worker.jsonl"))
                .files(files)
                .build());
    }

    private FileOptions files(FileSet... sets) {
        return FileOptions.builder().folder(folder).sets(sets).build();
    }

    private static void logOne(Logger log) {
        try (var job = LogContext.job(123);
                var project = MDC.putCloseable("project_id", "p-1")) {
            log.warn("slow");
        }
    }

    private Path jobFile() {
        return Logging.jobLogPath("p-1", "123").orElseThrow();
    }

    private static List<String> read(Path file) throws IOException {
        return Files.readAllLines(file);
    }
}
