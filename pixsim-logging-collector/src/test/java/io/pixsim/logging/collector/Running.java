package io.pixsim.logging.collector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A collector on a free port, and a client of it. */
final class Running implements AutoCloseable {

    static final String API = "/api/v1/logs";

    final Collector collector;
    final Client client;

    private Running(Collector collector) {
        this.collector = collector;
        this.client = new Client(collector.url());
    }

    static Running in(Path folder) throws IOException {
        return in(folder, builder -> builder);
    }

    static Running in(Path folder, UnaryOperator<CollectorBuilder> options) throws IOException {
        return new Running(
                options.apply(Collector.builder().data(folder).port(0)).start());
    }

    @Override
    public void close() {
        collector.close();
    }
}
