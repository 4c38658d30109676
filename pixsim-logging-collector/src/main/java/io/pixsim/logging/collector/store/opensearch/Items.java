package io.pixsim.logging.collector.store.opensearch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.opensearch.Item.Outcome;

/**
 * The entries of requests, and what each one's document is called: by its event id, else by its batch and its place in it, so
 * that the cluster itself knows a repeat; else as nothing else is.
 */
final class Items {

    private final List<List<Item>> requests = new ArrayList<>();
    private final List<Item> all = new ArrayList<>();

    private Items() {}

    static Items of(List<Append> appends) {
        Items items = new Items();
        for (Append append : appends) {
            List<Item> request = items(append);
            items.requests.add(request);
            items.all.addAll(request);
        }
        return items;
    }

    private static List<Item> items(Append append) {
        List<Item> items = new ArrayList<>();
        List<LogEntry> entries = append.entries();
        String unique = UUID.randomUUID().toString();
        for (int i = 0; i < entries.size(); i++) {
            LogEntry entry = entries.get(i);
            if (entry.uid() != null) {
                items.add(new Item(entry, "e-" + digest(entry.uid()), true));
            } else if (append.batchId() != null) {
                String batch = digest(entries.size() + " " + append.batchId());
                items.add(new Item(entry, "b-" + batch + "-" + i, true));
            } else {
                items.add(new Item(entry, "n-" + unique + "-" + i, false));
            }
        }
        return items;
    }

    /** What senders call an event may be of any length; 128 bits of a digest are as good. */
    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            byte[] half = new byte[16];
            ByteBuffer.wrap(hash).get(half);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(half);
        } catch (NoSuchAlgorithmException e) { // each JDK has it
            throw new IllegalStateException(e);
        }
    }

    List<Item> all() {
        return all;
    }

    List<Item> waiting() {
        return all.stream().filter(Item::waits).toList();
    }

    /** Whether the cluster lets nobody store one of them. */
    boolean isAnyBarred() {
        return all.stream().anyMatch(item -> item.outcome() == Outcome.BARRED);
    }

    /** Gives ids to those that wait. */
    void giveIds(Register.Range range) {
        long id = range.first();
        for (Item item : all) {
            if (item.waits()) {
                item.giveId(id++);
            }
        }
    }

    List<Appended> answers() {
        return requests.stream().map(Items::answer).toList();
    }

    private static Appended answer(List<Item> request) {
        List<Item> stored = request.stream()
                .filter(item -> item.outcome() == Outcome.STORED)
                .toList();
        List<Appended.Refused> refused = new ArrayList<>();
        List<Integer> repeats = new ArrayList<>();
        for (int i = 0; i < request.size(); i++) {
            switch (request.get(i).outcome()) {
                case STORED -> {}
                case REFUSED ->
                    refused.add(new Appended.Refused(i, request.get(i).reason()));
                default -> repeats.add(i);
            }
        }
        long firstId = stored.isEmpty() ? 0 : stored.get(0).id();
        return new Appended(firstId, stored.size(), repeats, refused);
    }
}
