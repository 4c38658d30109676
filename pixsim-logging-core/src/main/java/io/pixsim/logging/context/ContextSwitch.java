package io.pixsim.logging.context;

import java.util.ArrayDeque;
import java.util.Map;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.context.LogContext.Scope;
import io.pixsim.logging.testing.TestScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The context of a thread, exchanged for that of a {@link ContextSnapshot}. {@link #close} puts the thread's own context
 * back exactly as it was: plain MDC entries, scopes and switches that were left open meanwhile are gone. Closing again does
 * nothing; nor does closing from another thread.
 */
public final class ContextSwitch implements AutoCloseable {

    /** Some are never closed: so many are remembered at the most. */
    private static final int MOST = 64;

    private static final ThreadLocal<ContextSwitch> INNERMOST = new ThreadLocal<>();

    private final Thread owner = Thread.currentThread();
    private final @Nullable Map<String, String> before = MDC.getCopyOfContextMap();
    private final ArrayDeque<Scope> openBefore = OpenScopes.suspend();
    private final @Nullable TestScope testBefore = TestScope.current();
    private final @Nullable String job;
    private final @Nullable ContextSwitch outer;
    private final int depth;
    private boolean closed;

    ContextSwitch(Map<String, String> fields, @Nullable TestScope test) {
        String jobId = fields.get(Fields.JOB_ID.name());
        this.job = JobScopes.joined(jobId) ? jobId : null;
        ContextSwitch innermost = INNERMOST.get();
        this.outer = innermost != null && innermost.depth < MOST ? innermost : null;
        this.depth = outer == null ? 1 : outer.depth + 1;
        INNERMOST.set(this);
        show(fields);
        if (test != null) {
            TestScope.show(test);
        }
    }

    @Override
    public void close() {
        if (closed || Thread.currentThread() != owner) {
            return;
        }
        for (ContextSwitch inner = INNERMOST.get(); inner != null && inner != this; inner = inner.outer) {
            inner.end(); // its context is gone, and not to be brought back by closing it late
            OpenScopes.resume(inner.openBefore); // and so are the scopes around it
        }
        end();
        if (outer == null) {
            INNERMOST.remove();
        } else {
            INNERMOST.set(outer);
        }
        show(before);
        OpenScopes.resume(openBefore);
        TestScope.show(testBefore);
    }

    private void end() {
        closed = true;
        if (job != null) {
            JobScopes.closed(job);
        }
        OpenScopes.forget();
    }

    /** A thread that had no context is left without one, not with an empty map. */
    private static void show(@Nullable Map<String, String> fields) {
        if (fields == null || fields.isEmpty()) {
            MDC.clear();
            return;
        }
        MDC.setContextMap(fields);
    }
}
