package io.pixsim.logging.test.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.encode.JsonReader;
import org.jspecify.annotations.Nullable;

/** What is posted to the bulk API: for each event a line with the action and a line with the event. */
public final class BulkRequest {

    private static final Set<String> ACTIONS = Set.of("create", "index");
    private static final String AT_TIMESTAMP = "@timestamp";

    private BulkRequest() {}

    /**
     * The items of a request, in its order.
     *
     * @param body the request's body, unpacked
     * @return the items
     * @throws IOException when it is no such request
     */
    public static List<Item> items(byte[] body) throws IOException {
        if (body.length == 0 || body[body.length - 1] != '\n') {
            throw new IOException("the bulk request must end with a line feed");
        }
        List<byte[]> lines = lines(body);
        if (lines.size() % 2 != 0) {
            throw new IOException("the last action has no document");
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            items.add(item(JsonReader.readObject(lines.get(i)), JsonReader.readObject(lines.get(i + 1))));
        }
        return items;
    }

    private static Item item(Map<String, @Nullable Object> action, Map<String, @Nullable Object> document)
            throws IOException {
        if (action.size() != 1 || !ACTIONS.containsAll(action.keySet())) {
            throw new IOException("an action is not create or index: " + action.keySet());
        }
        String name = action.keySet().iterator().next();
        if (!(action.get(name) instanceof Map<?, ?> target)) {
            throw new IOException("an action says nothing");
        }
        return new Item(name, text(target.get("_index")), text(target.get("_id")), event(document));
    }

    /** Without what was added for the engine alone. */
    private static Map<String, @Nullable Object> event(Map<String, @Nullable Object> document) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>(document);
        Object time = event.remove(AT_TIMESTAMP);
        if (time != null) {
            event.putIfAbsent(Fields.TIMESTAMP.name(), time);
        }
        return event;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Lines that hold something. */
    private static List<byte[]> lines(byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < body.length; i++) {
            if (body[i] == '\n') {
                if (i > start) {
                    lines.add(Arrays.copyOfRange(body, start, i));
                }
                start = i + 1;
            }
        }
        return lines;
    }

    /**
     * One event and what is to be done with it.
     *
     * @param action {@code create} or {@code index}
     * @param index where to; null when the address says it
     * @param id the document's id; null when the engine makes one
     * @param event the event
     */
    public record Item(
            String action, @Nullable String index, @Nullable String id, Map<String, @Nullable Object> event) {}
}
