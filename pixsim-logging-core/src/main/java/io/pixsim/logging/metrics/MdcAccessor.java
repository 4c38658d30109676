package io.pixsim.logging.metrics;

import java.util.Map;

import io.micrometer.context.ThreadLocalAccessor;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.context.JobScopes;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The context of a thread for Micrometer's context propagation, and so for Reactor: with automatic propagation on, what a
 * subscriber has bound is bound on each thread that works for it. On the class path it is found by its service file, and
 * there is nothing to call; a program of modules registers it: {@code
 * ContextRegistry.getInstance().registerThreadLocalAccessor(new MdcAccessor())}.
 */
public final class MdcAccessor implements ThreadLocalAccessor<Map<String, String>> {

    /** What the context is called in a {@code ContextSnapshot} or a Reactor {@code Context}. */
    public static final String KEY = "pixsim.logging.context";

    /** For the service loader. */
    public MdcAccessor() {}

    @Override
    public Object key() {
        return KEY;
    }

    @Override
    public @Nullable Map<String, String> getValue() {
        Map<String, String> fields = MDC.getCopyOfContextMap();
        if (fields == null || fields.isEmpty()) {
            return null;
        }
        JobScopes.handedOn(fields.get(Fields.JOB_ID.name()));
        return fields;
    }

    @Override
    public void setValue(Map<String, String> fields) {
        MDC.setContextMap(fields);
    }

    /** The task has no context: neither has its thread. */
    @Override
    public void setValue() {
        MDC.clear();
    }
}
