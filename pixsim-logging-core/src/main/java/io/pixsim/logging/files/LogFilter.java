package io.pixsim.logging.files;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * One condition of a query.
 *
 * @param test what an event must be like
 * @param needle bytes that are in every line of JSON that is so, where there are such
 */
record LogFilter(Predicate<LoggedEvent> test, @Nullable Needle needle) {}
