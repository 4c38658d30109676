package io.pixsim.logging.collector.store.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where a database is, as people write it: {@code postgresql://user:password@host:5432/name?sslmode=require}, with the names
 * of Python's drivers behind a plus sign, or as JDBC has it. Never tells its credentials.
 */
public final class DatabaseUrl {

    private static final Pattern SCHEME = Pattern.compile("postgres(ql)?(\\+\\w+)?://.*", Pattern.DOTALL);
    private static final String JDBC = "jdbc:";
    private static final String USER = "user";
    private static final Set<String> SECRETS = Set.of(USER, "password", "sslpassword");
    private static final Set<String> JDBC_SSL = Set.of("true", "false");
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private final String place;
    private final List<String> parameters;
    private final Map<String, String> login;

    private DatabaseUrl(String place, List<String> parameters, Map<String, String> login) {
        this.place = place;
        this.parameters = List.copyOf(parameters);
        this.login = Map.copyOf(login);
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
        Map<String, String> login = new HashMap<>();
        if (at >= 0) {
            String[] names = authority.substring(0, at).split(":", 2);
            login.put(USER, decoded(names[0]));
            if (names.length > 1) {
                login.put("password", decoded(names[1]));
            }
        }
        List<String> parameters = parameters(uri.getRawQuery(), login);
        return new DatabaseUrl(authority.substring(at + 1) + uri.getRawPath(), parameters, login);
    }

    /** What follows the question mark, but for credentials, which JDBC has there. */
    private static List<String> parameters(@Nullable String query, Map<String, String> login) {
        List<String> parameters = new ArrayList<>();
        for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
            int end = parameter.indexOf('=');
            String name = end < 0 ? parameter : parameter.substring(0, end);
            String value = parameter.substring(end + 1);
            if (SECRETS.contains(name)) {
                login.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
            } else {
                parameters.add(name.equals("ssl") ? ssl(parameter, value) : parameter);
            }
        }
        return parameters;
    }

    /** In Python it says what in JDBC {@code sslmode} does; the driver would take all but {@code false} for other things. */
    private static String ssl(String parameter, String value) {
        if (JDBC_SSL.contains(value)) {
            return parameter;
        }
        if (!SSL_MODES.contains(value)) {
            throw new IllegalArgumentException(
                    "ssl in the database URL is none of true, false, disable, allow, prefer, require, verify-ca and"
                            + " verify-full");
        }
        return "sslmode=" + value;
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("the database URL is not postgresql://user:password@host:port/name");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** What the driver is told; with what the URL itself says of the connection, but for the credentials. */
    String jdbc() {
        return "jdbc:postgresql://" + place + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }

    /** The credentials. */
    Properties login() {
        Properties properties = new Properties();
        properties.putAll(login);
        return properties;
    }

    /** Host, port and name of the database. */
    @Override
    public String toString() {
        return place;
    }
}
