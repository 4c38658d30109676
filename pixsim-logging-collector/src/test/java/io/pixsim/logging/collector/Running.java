package io.pixsim.logging.collector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

import io.pixsim.logging.collector.contract.TestStore;

/** A collector on a free port, and a client of it. */
public final class Running implements AutoCloseable {

    public static final String API = "/api/v1/logs";

    public final Collector collector;
    public final Client client;

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

    public static Running on(TestStore store) throws IOException {
        return on(store, builder -> builder);
    }

    public static Running on(TestStore store, UnaryOperator<CollectorBuilder> options) throws IOException {
        return new Running(options.apply(store.use(Collector.builder()).port(0)).start());
    }

    @Override
    public void close() {
        collector.close();
    }
}
