package io.pixsim.logging.test.canary;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.pixsim.logging.Logging;
import io.pixsim.logging.test.ingest.IngestServer;
import io.pixsim.logging.test.ingest.ReceivedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Synthetic secrets, each used in one place, so that one that is seen tells where it came from. Safe for use by many
 * threads, but for {@code watch}.
 */
public final class Canaries implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RANDOM_BYTES = 12;
    private static final int MAX_TOLD = 20;

    /** The name of the logger, or the first part of it, that what is planted is logged through. */
    public static final String LOGGER = "canary";

    private final Map<String, String> placesBySecret = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final List<Path> folders = new ArrayList<>();
    private final List<IngestServer> servers = new ArrayList<>();
    private final Map<String, Supplier<byte[]>> others = new LinkedHashMap<>();
    private final @Nullable ConsoleTee console;

    private Canaries(@Nullable ConsoleTee console) {
        this.console = console;
    }

    /**
     * Begins to watch the console.
     *
     * @return canaries to be planted, checked and closed
     */
    public static Canaries open() {
        return new Canaries(ConsoleTee.start());
    }

    /**
     * Canaries that watch nothing until they are told to, not even the console, which is one for all tests.
     *
     * @return canaries to be planted, checked and closed
     */
    public static Canaries unwatched() {
        return new Canaries(null);
    }

    /**
     * Watches the files in a folder, in whatever depth: logs, spool segments, dead letters. Files packed with gzip or zip are
     * unpacked.
     *
     * @param folder a folder, or a single file; need not exist yet
     * @return this
     */
    public Canaries watch(Path folder) {
        folders.add(folder);
        return this;
    }

    /**
     * Watches the request bodies that an endpoint gets, in whatever format they are, packed or not.
     *
     * @param endpoint the endpoint
     * @return this
     */
    public Canaries watch(IngestServer endpoint) {
        servers.add(endpoint);
        return this;
    }

    /**
     * Watches anything else.
     *
     * @param sink what a failure calls it
     * @param written what was written there, asked for at each check
     * @return this
     */
    public Canaries watch(String sink, Supplier<byte[]> written) {
        others.put(sink, written);
        return this;
    }

    /**
     * A secret to be used by the program's own code, as its key or password.
     *
     * @param place what a failure calls the place that it is used in
     * @return a secret that nobody else has
     */
    public String secret(String place) {
        String secret = "canary" + HexFormat.of().formatHex(bytes());
        placesBySecret.put(secret, place);
        return secret;
    }

    /**
     * Logs an event for each place that can hold a secret: message, arguments, fields, context, maps and their keys, pairs,
     * command lines, JSON in texts, URLs, headers, exceptions, names of threads and loggers.
     *
     * @return this
     */
    public Canaries plant() {
        for (Place place : Place.values()) {
            place.plant(secret(place.told()));
        }
        return this;
    }

    /**
     * Flushes the sinks and searches all that was written.
     *
     * @throws AssertionError when a canary is seen, with sink, field and place of each
     */
    public void check() {
        List<String> told = sightings();
        if (!told.isEmpty()) {
            throw new AssertionError(told.size() + " canaries were seen:\n  "
                    + String.join("\n  ", told.subList(0, Math.min(MAX_TOLD, told.size()))));
        }
    }

    /**
     * Flushes the sinks and searches all that was written.
     *
     * @return one text for each canary and sink that it was seen in: the sink, the field, the place it was planted in
     */
    public List<String> sightings() {
        Logging.flush(PATIENCE);
        Sightings sightings = new Sightings(placesBySecret);
        if (console != null) {
            sightings.search("console", console.bytes());
        }
        others.forEach((sink, written) -> sightings.search(sink, written.get()));
        folders.forEach(sightings::search);
        for (IngestServer server : servers) {
            int number = 0;
            for (ReceivedBatch batch : server.batches()) {
                sightings.search(batch, ++number);
            }
        }
        return List.copyOf(sightings.told());
    }

    /** Lets go of the console. */
    @Override
    public void close() {
        if (console != null) {
            console.close();
        }
    }

    private byte[] bytes() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
