package io.pixsim.logging.sink;

import java.util.Optional;

import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.redact.Redactor;

/**
 * What a {@link SinkProvider} is told.
 *
 * @param context the logger context that the sinks belong to
 * @param service the {@code service} field
 * @param env the {@code env} field
 * @param forwarding where events are to be forwarded to; empty when they are not
 * @param redactor what every value goes through, shared by all sinks
 */
public record SinkSettings(
        LoggerContext context, String service, String env, Optional<Forwarding> forwarding, Redactor redactor) {}
