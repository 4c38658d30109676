package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import io.pixsim.logging.benchmarks.Machine;
import io.pixsim.logging.collector.store.StoreException;

/** Measures the collector from outside, beside other stores, and writes the page. */
final class CollectorMain {

    private static final int STARTS = 5;

    private CollectorMain() {}

    /** The argument is the file to write. */
    public static void main(String[] args)
            throws IOException, InterruptedException, ExecutionException, StoreException {
        Effort effort = Effort.told();
        CollectorPage page = new CollectorPage(Machine.now(), effort);
        Path folder = Files.createTempDirectory(Path.of("benchmarks", "target"), "collector");
        try {
            starts(folder.resolve("empty"), page);
            page.add(new IngestTrial(true).run(folder.resolve("ids"), effort.ingest()));
            page.add(new IngestTrial(false).run(folder.resolve("plain"), effort.ingest()));
            page.add(PostgresTrial.run(effort));
            if (OpenSearchNode.canBeHad()) {
                page.add(OpenSearchTrial.run(folder.resolve("opensearch"), effort));
            } else {
                System.out.println("skipped: OpenSearch, which -Popensearch brings");
            }
            questions(effort.data().orElse(folder.resolve("stored")), effort, page);
            Files.writeString(Path.of(args[0]), page.markdown());
        } finally {
            Folders.delete(folder);
        }
    }

    private static void starts(Path data, CollectorPage page) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            try (ServeProcess serve = ServeProcess.start(data)) {
                seconds.add(serve.readyIn().toMillis() / 1e3);
                page.idle(serve.memory("VmRSS"));
            }
        }
        seconds.sort(null);
        page.ready(seconds.get(STARTS / 2));
    }

    private static void questions(Path data, Effort effort, CollectorPage page)
            throws IOException, InterruptedException, ExecutionException, StoreException {
        page.filled(Fill.into(data, effort.stored()));
        try (ServeProcess serve = ServeProcess.start(data)) {
            page.readyWithData(serve.readyIn().toMillis() / 1e3);
            page.answered(QueryTrial.run(new CollectorQuestions(serve.url(), effort.stored()), effort.asked()));
            page.tail(new TailTrial(serve.url(), effort.arrivals()).run());
            page.asked(serve.memory("VmHWM"));
        }
    }
}
