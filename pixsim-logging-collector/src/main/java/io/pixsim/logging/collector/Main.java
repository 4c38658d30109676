package io.pixsim.logging.collector;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The command: {@code serve} runs a collector until it is told to stop, by an interrupt or a termination signal; then all that
 * was taken is stored and answered first. The exit status is 2 when the command was not understood or could not be carried out.
 */
public final class Main {

    private static final int WRONG = 2;

    private Main() {}

    /**
     * Runs the command.
     *
     * @param arguments the command and its options; {@code --help} tells them
     * @throws InterruptedException when the main thread is interrupted, which nobody does
     */
    @SuppressWarnings("SystemOut") // a command talks on standard output and standard error
    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = List.of(arguments);
        if (words.contains("--help") || words.contains("-h")) {
            System.out.print(ServeCommand.HELP);
            return;
        }
        OptionalInt status = SmallJvm.run();
        if (status.isPresent()) {
            System.exit(status.getAsInt());
        }
        SmallJvm.endWithParent();
        Collector collector = start(words, System.err);
        if (collector == null) {
            System.exit(WRONG);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(collector::close, "pixsim-logging-collector-stop"));
        System.out.println("listening on " + collector.url());
        System.out.flush();
        new CountDownLatch(1).await();
    }

    private static @Nullable Collector start(List<String> words, PrintStream err) {
        if (words.isEmpty() || !words.get(0).equals("serve")) {
            err.println("no such command: " + (words.isEmpty() ? "" : words.get(0)) + "; see --help");
            return null;
        }
        try {
            CollectorBuilder builder = ServeCommand.parse(words.subList(1, words.size()), System.getenv());
            // Never to itself, whatever the environment says of other programs.
            Logging.configure(
                    LoggingOptions.forService("collector").enableHttp(false).build());
            Logging.level("org.eclipse.jetty", Severity.WARNING);
            Logging.level("com.zaxxer.hikari", Severity.WARNING);
            Logging.level("org.flywaydb", Severity.WARNING);
            return builder.start();
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage() + "; see --help");
            return null;
        } catch (IOException e) {
            err.println("failed: " + e.getMessage());
            return null;
        }
    }
}
