package io.pixsim.logging.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.http.delivery.Forwarder;
import io.pixsim.logging.http.delivery.ForwarderSettings;
import io.pixsim.logging.http.spool.DeadLetterFile;
import io.pixsim.logging.http.spool.SpoolSettings;
import io.pixsim.logging.http.transport.OkHttpTransport;
import io.pixsim.logging.sink.EndpointOptions;

/** Sends what lies in a spool's folder, through a forwarder like any other. */
final class SpoolReplay {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final long ROOM = 64L << 20;
    private static final int AT_ONCE = 10_000;
    private static final String EVENT = ",\"event\":";
    private static final String END = "}}";

    private final Path folder;
    private final URI url;
    private final EndpointOptions endpoint;
    private final List<String> unreadable = new ArrayList<>();
    private DeliveryStats last = DeliveryStats.NONE;

    SpoolReplay(Path folder, URI url, EndpointOptions endpoint) {
        this.folder = folder;
        this.url = url;
        this.endpoint = endpoint;
    }

    /** Delivers what ended processes have left; whether nothing of it is left. */
    boolean segments() {
        Forwarder forwarder = forwarder(true);
        boolean found = forwarder.awaitLeftovers(PATIENCE);
        long end = System.nanoTime() + PATIENCE.toNanos();
        long delivered = 0;
        while (forwarder.stats().spooled() > 0 && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK);
            if (forwarder.stats().delivered() > delivered) {
                delivered = forwarder.stats().delivered();
                end = System.nanoTime() + PATIENCE.toNanos();
            }
        }
        forwarder.close(STEP);
        last = forwarder.stats();
        return found && last.spooled() == 0;
    }

    /** Tries refused events once more; whether an endpoint answered for all, be it with another refusal. */
    boolean deadLetters() throws IOException {
        Path file = folder.resolve(DeadLetterFile.NAME);
        Path taken = file.resolveSibling(DeadLetterFile.NAME + ".replaying");
        boolean done = true;
        try {
            for (Path part : List.of(taken, DeadLetterFile.aside(file), file)) {
                if (done && Files.exists(part)) {
                    Files.move(part, taken, StandardCopyOption.REPLACE_EXISTING);
                    done = sendAll(taken);
                }
            }
        } finally {
            keepUnreadable(file);
        }
        return done && unreadable.isEmpty();
    }

    private boolean sendAll(Path taken) throws IOException {
        List<String> lines = DeadLetterFile.lines(taken);
        boolean done = send(lines.stream().filter(SpoolReplay::isWhole).toList());
        if (done) {
            lines.stream().filter(line -> !isWhole(line)).forEach(unreadable::add);
            Files.delete(taken);
        }
        return done;
    }

    /** One that was torn, or was never JSON, is nothing that an endpoint would take; somebody may want to look at it. */
    private static boolean isWhole(String line) {
        return line.contains(EVENT) && line.endsWith(END);
    }

    private void keepUnreadable(Path file) throws IOException {
        if (!unreadable.isEmpty()) {
            Files.write(file, unreadable, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private boolean send(List<String> lines) {
        Forwarder forwarder = forwarder(false);
        boolean done = true;
        for (int from = 0; done && from < lines.size(); from += AT_ONCE) {
            for (String line : lines.subList(from, Math.min(from + AT_ONCE, lines.size()))) {
                byte[] event = line.substring(line.indexOf(EVENT) + EVENT.length(), line.length() - 1)
                        .getBytes(StandardCharsets.UTF_8);
                forwarder.offer(event, true);
            }
            done = forwarder.flush(PATIENCE).pending() == 0;
        }
        DeliveryResult rest = forwarder.close(STEP);
        last = last.plus(forwarder.stats());
        return done && rest.lost() == 0;
    }

    private Forwarder forwarder(boolean spooling) {
        ForwarderSettings settings = ForwarderSettings.adaptive(Duration.ofMillis(1), ROOM)
                .withDeadLetters(folder.resolve(DeadLetterFile.NAME))
                .withSpool(spooling ? SpoolSettings.in(folder) : null);
        return new Forwarder(settings, new OkHttpTransport(List.of(url), endpoint));
    }

    /** What was achieved, for people. */
    String told() {
        return "delivered " + last.delivered() + "  refused " + last.deadLettered() + "  left "
                + (last.spooled() + last.droppedTotal() + unreadable.size());
    }
}
