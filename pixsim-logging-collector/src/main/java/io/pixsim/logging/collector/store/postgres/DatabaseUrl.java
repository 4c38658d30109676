package io.pixsim.logging.collector.store.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where a database is, as people write it: {@code postgresql://user:password@host:5432/name?sslmode=require}, with the names
 * of Python's drivers behind a plus sign, or as JDBC has it. Never tells its credentials.
 */
public final class DatabaseUrl {

    private static final Pattern SCHEME = Pattern.compile("postgres(ql)?(\\+\\w+)?://.*", Pattern.DOTALL);
    private static final String JDBC = "jdbc:";

    private final String place;
    private final @Nullable String query;
    private final @Nullable String user;
    private final @Nullable String password;

    private DatabaseUrl(String place, @Nullable String query, @Nullable String user, @Nullable String password) {
        this.place = place;
        this.query = query;
        this.user = user;
        this.password = password;
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException when it is none of a PostgreSQL database; the text does not hold it
     */
    public static DatabaseUrl parse(String text) {
        String url = text.strip();
        url = url.startsWith(JDBC) ? url.substring(JDBC.length()) : url;
        if (!SCHEME.matcher(url).matches()) {
            throw wrong();
        }
        URI uri;
        try {
            uri = URI.create("postgresql" + url.substring(url.indexOf("://")));
        } catch (IllegalArgumentException e) { // without the cause, which quotes it
            throw wrong();
        }
        String authority = uri.getRawAuthority();
        if (authority == null || uri.getRawPath() == null || uri.getRawPath().length() < 2) {
            throw wrong();
        }
        int at = authority.lastIndexOf('@');
        String[] login = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
        return new DatabaseUrl(
                authority.substring(at + 1) + uri.getRawPath(),
                uri.getRawQuery(),
                login.length > 0 ? decoded(login[0]) : null,
                login.length > 1 ? decoded(login[1]) : null);
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("the database URL is not postgresql://user:password@host:port/name");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** What the driver is told; with what the URL itself says of the connection, but for the credentials. */
    String jdbc() {
        return "jdbc:postgresql://" + place + (query == null ? "" : "?" + query);
    }

    /** The credentials. */
    Properties login() {
        Properties login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return login;
    }

    /** Host, port and name of the database. */
    @Override
    public String toString() {
        return place;
    }
}
