package io.pixsim.logging.web;

import org.jspecify.annotations.Nullable;

/** The headers of a request, as every server has them: {@code request::getHeader}, {@code headers::getFirst}. */
@FunctionalInterface
public interface RequestHeaders {

    /**
     * Looks one up.
     *
     * @param name the name, in whatever case
     * @return the value, or null when the request has none; of several the first, or all with commas between
     */
    @Nullable
    String get(String name);
}
