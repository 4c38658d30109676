package io.pixsim.logging.collector;

import java.io.IOException;
import java.nio.file.Path;

/** A program that starts a collector and forgets it. */
final class EmbeddedChild {

    private EmbeddedChild() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Collector collector =
                Collector.builder().data(Path.of(arguments[0])).port(0).start();
        int status = new Client(collector.url())
                .batch("{\"level\":\"info\",\"service\":\"child\"}")
                .status();
        System.out.println("answered " + status);
    }
}
