package io.pixsim.logging.logback;

import java.time.ZoneId;
import java.util.function.Function;

import io.pixsim.logging.encode.HumanLines;
import io.pixsim.logging.encode.Limits;
import io.pixsim.logging.encode.LogEvent;
import io.pixsim.logging.encode.Origin;
import io.pixsim.logging.redact.Redactor;

/**
 * Writes events for people at a console, redacted, one line each and a stack trace below: {@code [HH:mm:ss] LEVEL service
 * event key=value … msg=…}. Safe for use by many threads once started.
 */
public final class HumanEncoder extends EventEncoder {

    /** An encoder to be configured and started. */
    public HumanEncoder() {}

    @Override
    Function<LogEvent, byte[]> encoding(Origin origin, Redactor redactor, Limits limits) {
        HumanLines lines = new HumanLines(origin, redactor, limits, ZoneId.systemDefault());
        return event -> utf8(lines.encode(event));
    }
}
