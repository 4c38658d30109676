package io.pixsim.logging.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the system an event is about: the values of {@link Fields#DOMAIN}, and the keys of domain levels.
 *
 * <pre>{@code
 * try (var scope = LogContext.with(DOMAIN.of(Domain.GENERATION))) { … }
 * }</pre>
 *
 * The constants are what every service calls the same; {@link #of} makes others. Immutable; equal by name, in its exact
 * case.
 *
 * <p>Source: the domain catalog of the Python backend.
 */
public final class Domain {

    /** Accounts, users and their credits. */
    public static final Domain ACCOUNT = new Domain("account", "Accounts, users and their credits");
    /** Who did what, for the record. */
    public static final Domain AUDIT = new Domain("audit", "Who did what, for the record");
    /** Scheduled work. */
    public static final Domain CRON = new Domain("cron", "Scheduled work");
    /** Generation of media, from request to artifact. */
    public static final Domain GENERATION = new Domain("generation", "Generation of media, from request to artifact");
    /** Folders on the machine of a user. */
    public static final Domain LOCAL_FOLDERS = new Domain("localFolders", "Folders on the machine of a user");
    /** Overlays of the user interface. */
    public static final Domain OVERLAY = new Domain("overlay", "Overlays of the user interface");
    /** Saving and loading of state. */
    public static final Domain PERSISTENCE = new Domain("persistence", "Saving and loading of state");
    /** Calls to providers. */
    public static final Domain PROVIDER = new Domain("provider", "Calls to providers");
    /** Statements that go to the database. */
    public static final Domain SQL = new Domain("sql", "Statements that go to the database");
    /** State stores of the user interface. */
    public static final Domain STORES = new Domain("stores", "State stores of the user interface");
    /** Start, stop and upkeep of a service. */
    public static final Domain SYSTEM = new Domain("system", "Start, stop and upkeep of a service");
    /** Connections that stay open to a browser. */
    public static final Domain WEBSOCKET = new Domain("websocket", "Connections that stay open to a browser");
    /** Workers and their queue. */
    public static final Domain WORKER = new Domain("worker", "Workers and their queue");

    private static final List<Domain> ALL = List.of(
            ACCOUNT,
            AUDIT,
            CRON,
            GENERATION,
            LOCAL_FOLDERS,
            OVERLAY,
            PERSISTENCE,
            PROVIDER,
            SQL,
            STORES,
            SYSTEM,
            WEBSOCKET,
            WORKER);

    private static final Map<String, Domain> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Domain::name, Function.identity()));

    private final String name;
    private final String description;

    private Domain(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /**
     * The domain of a name: the catalog's constant where there is one, else a domain of your own.
     *
     * @param name the exact name; the ingest endpoint stores 30 characters
     * @return the domain
     */
    public static Domain of(String name) {
        Domain known = BY_NAME.get(Objects.requireNonNull(name, "name"));
        return known != null ? known : new Domain(name, "");
    }

    /**
     * The catalog's domains, by name.
     *
     * @return an immutable list
     */
    public static List<Domain> all() {
        return ALL;
    }

    /**
     * What the domain is called in the {@code domain} field.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * What the domain is about.
     *
     * @return one line; empty for a domain outside the catalog
     */
    public String description() {
        return description;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Domain domain && name.equals(domain.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
