package io.pixsim.logging.http.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.http.wire.Receipt.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the bulk API says, item by item, since a yes may hide a no:
 *
 * <ul>
 *   <li>Stored; or, under the event's own id, there already: a repeat.
 *   <li>No time, no room, no permission, no such index: the event is not to blame and goes again.
 *   <li>A failure: goes again, and alone when nothing else helps.
 *   <li>Any other no, mostly a value that doesn't fit the mapping: refused for good.
 * </ul>
 */
final class BulkAnswer {

    private static final int CONFLICT = 409;
    private static final int FAILED = 500;
    private static final Set<Integer> DENIED = Set.of(401, 403);
    private static final Set<Integer> AGAIN = Set.of(401, 403, 404, 408, 425, 429);

    private final List<byte[]> events;
    private final List<Integer> again = new ArrayList<>();
    private final List<Integer> refused = new ArrayList<>();
    private final Set<String> reasons = new LinkedHashSet<>();
    private final Set<Cause> causes = EnumSet.noneOf(Cause.class);

    private BulkAnswer(List<byte[]> events) {
        this.events = events;
    }

    static Receipt read(List<byte[]> events, AnswerBody body) {
        Map<String, @Nullable Object> answer;
        try {
            answer = JsonReader.readObject(body.bytes());
        } catch (IOException e) {
            // Cut off or not JSON at all: whether it hid a no can't be known.
            return body.isJsonObject() ? new Receipt.Unreadable() : new Receipt.Foreign();
        }
        if (!(answer.get("errors") instanceof Boolean errors)) {
            return new Receipt.Foreign();
        }
        if (!errors) {
            return new Receipt.Stored(events.size());
        }
        if (answer.get("items") instanceof List<?> items && items.size() == events.size()) {
            return new BulkAnswer(events).each(items);
        }
        return new Receipt.Unreadable();
    }

    private Receipt each(List<?> items) {
        for (int i = 0; i < items.size(); i++) {
            if (!(result(items.get(i)) instanceof Map<?, ?> result) || !(result.get("status") instanceof Long status)) {
                return new Receipt.Unreadable();
            }
            judge(i, status.intValue(), result.get("error"));
        }
        if (again.isEmpty() && refused.isEmpty()) {
            return new Receipt.Stored(events.size());
        }
        Cause cause = causes.size() == 1 ? causes.iterator().next() : Cause.NO_TIME;
        return new Receipt.Each(again, refused, Excerpt.of(String.join("; ", reasons)), cause);
    }

    /** What is under the one member of an item, which is named for the action. */
    private static @Nullable Object result(@Nullable Object item) {
        return item instanceof Map<?, ?> map && map.size() == 1
                ? map.values().iterator().next()
                : null;
    }

    private void judge(int index, int status, @Nullable Object error) {
        if ((status >= 200 && status < 300) || isRepeat(index, status)) {
            return;
        }
        if (AGAIN.contains(status) || status >= 500) {
            again.add(index);
            causes.add(cause(status));
        } else {
            refused.add(index);
            reasons.add(status + " " + said(error));
        }
    }

    private static Cause cause(int status) {
        if (DENIED.contains(status)) {
            return Cause.DENIED;
        }
        return status == FAILED ? Cause.FAILED : Cause.NO_TIME;
    }

    private boolean isRepeat(int index, int status) {
        return status == CONFLICT && BulkEvent.of(events.get(index)).uid() != null;
    }

    private static String said(@Nullable Object error) {
        if (error instanceof Map<?, ?> map) {
            return map.get("type") + ": " + map.get("reason");
        }
        return String.valueOf(error);
    }
}
