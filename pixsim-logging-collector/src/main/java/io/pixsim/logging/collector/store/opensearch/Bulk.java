package io.pixsim.logging.collector.store.opensearch;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Stores many entries with one call, each answered by itself. */
final class Bulk {

    private static final int MAX_BYTES = 8 << 20;
    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final int CONFLICT = 409;
    private static final int BAD = 400;
    private static final int FIRST_ERROR = 300;

    private final Cluster cluster;

    Bulk(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Sends entries. Those that the cluster took or had are told so; those that it may take later, or with less in them, go on
     * waiting.
     *
     * @return why some wait yet or are barred, or null when there are none such
     * @throws ClusterException when nobody knows what became of those that wait
     */
    @Nullable
    ClusterException send(String index, List<Item> items) throws ClusterException {
        ClusterException first = null;
        int from = 0;
        while (from < items.size()) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            int to = from;
            while (to < items.size() && lines.size() < MAX_BYTES) {
                create(lines, items.get(to++));
            }
            ClusterException waits = send(index, lines.toByteArray(), items.subList(from, to));
            first = first == null ? waits : first;
            from = to;
        }
        return first;
    }

    private static void create(ByteArrayOutputStream lines, Item item) {
        Json.write(lines, Map.of("create", Map.of("_id", item.documentId())));
        lines.write('\n');
        Json.write(lines, item.document());
        lines.write('\n');
    }

    private @Nullable ClusterException send(String index, byte[] lines, List<Item> items) throws ClusterException {
        String path = "/" + index + "/_bulk?refresh=true&filter_path=items.create.status,items.create.error";
        List<Node> answers = cluster.call(Cluster.Call.lines(path, lines, AT_MOST))
                .get("items")
                .list();
        if (answers.size() != items.size()) {
            throw new ClusterException(
                    BAD, "a bulk of " + items.size() + " was answered with " + answers.size() + " items");
        }
        ClusterException first = null;
        for (int i = 0; i < items.size(); i++) {
            ClusterException refusal = told(items.get(i), answers.get(i).get("create"));
            first = first == null ? refusal : first;
        }
        return first;
    }

    private static @Nullable ClusterException told(Item item, Node answer) {
        int status = (int) answer.get("status").number();
        if (status < FIRST_ERROR || status == CONFLICT) {
            item.became(status == CONFLICT ? Item.Outcome.REPEATED : Item.Outcome.STORED);
            return null;
        }
        Node error = answer.get("error");
        String reason = error.get("reason").text() + " "
                + error.get("caused_by").get("reason").text();
        ClusterException refusal =
                ClusterException.ofItem(status, error.get("type").text() + ": " + reason.strip());
        if (status == BAD) {
            if (!item.mend(reason)) {
                item.refuse(String.valueOf(refusal.getMessage()));
                return null;
            }
        } else if (!refusal.isBusy() && !refusal.isNotFound()) {
            item.became(Item.Outcome.BARRED);
        }
        return refusal;
    }

    /** Takes back what was stored, as far as that can be done. */
    void takeBack(String index, List<Item> items) throws ClusterException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Item item : items) {
            Json.write(lines, Map.of("delete", Map.of("_id", item.documentId())));
            lines.write('\n');
        }
        cluster.call(Cluster.Call.lines("/" + index + "/_bulk?refresh=true", lines.toByteArray(), AT_MOST));
    }
}
