package io.pixsim.logging.web;

import org.jspecify.annotations.Nullable;

/**
 * Looks up the headers of a request or an answer, as every server and client can: {@code request::getHeader}, {@code
 * headers::getFirst}.
 */
@FunctionalInterface
public interface HeaderLookup {

    /**
     * Looks one up.
     *
     * @param name the name, in whatever case
     * @return the value, or null when there is none; of several the first, or all with commas between
     */
    @Nullable
    String get(String name);
}
