package io.pixsim.logging.web;

import java.util.LinkedHashMap;
import java.util.Map;

import io.pixsim.logging.catalog.Fields;
import org.slf4j.MDC;

/** What calls to others carry, so that their logs can be found by the same ids. */
public final class Propagation {

    private Propagation() {}

    /**
     * The headers for a call, from what is bound to the current thread: {@code X-Request-ID} from {@code request_id},
     * {@code traceparent} from {@code trace_id}, {@code span_id} and {@code trace_flags}. What is not bound, or not of a
     * form that may be sent, is left out.
     *
     * @return header names and values; a new map, in order
     */
    public static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        String id = MDC.get(Fields.REQUEST_ID.name());
        if (id != null && RequestIds.isValid(id)) {
            headers.put(RequestIds.HEADER, id);
        }
        TraceParent.of(
                        MDC.get(Fields.TRACE_ID.name()),
                        MDC.get(Fields.SPAN_ID.name()),
                        MDC.get(RequestFields.TRACE_FLAGS.name()))
                .ifPresent(trace -> headers.put(TraceParent.HEADER, trace.toString()));
        return headers;
    }
}
