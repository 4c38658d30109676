package io.pixsim.logging.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A context that differs from an encoded one in a few of the catalog's fields: of it only these are written anew. Used again
 * for one context after another; for one thread.
 */
final class ChangedContext implements ContextFields {

    private final @Nullable String[] changes = new String[Fields.all().size()];
    private final List<String> repaired = new ArrayList<>();
    private final BiConsumer<String, @Nullable String> comparing = this::compare;
    private ContextBytes base = ContextBytes.NONE;
    private String[] names = base.entries().names();
    private @Nullable String[] texts = base.entries().texts();
    private long changed;
    private int compared;
    private boolean alike;

    /** Takes in a context, and says whether it differs from an encoded one in nothing else. */
    boolean read(Map<String, @Nullable String> context, ContextBytes encoded) {
        if (base != encoded) { // to store references costs the collector's barrier
            base = encoded;
            names = encoded.entries().names();
            texts = encoded.entries().texts();
        }
        if (context.size() != names.length) {
            return false;
        }
        compared = 0;
        alike = true;
        context.forEach(comparing);
        return alike && compared == names.length;
    }

    @SuppressWarnings("ReferenceEquality") // what is equal and not the same is looked at once more
    private void compare(@Nullable String name, @Nullable String text) {
        int index = compared++;
        if (index < names.length && names[index] == name && texts[index] == text && text != null) {
            return;
        }
        compareCharacters(index, name, text);
    }

    private void compareCharacters(int index, @Nullable String name, @Nullable String text) {
        if (!alike || index >= names.length || text == null || !names[index].equals(name)) {
            alike = false;
        } else if (!text.equals(texts[index])) {
            change(base.entries().place(index), text);
        }
    }

    private void change(int place, String text) {
        if (place < 0) {
            alike = false;
            return;
        }
        changes[place] = text;
        changed |= 1L << place;
    }

    /** Forgets the context: nothing of it is held between two events. */
    void clear() {
        for (long mask = changed; mask != 0; mask &= mask - 1) {
            changes[Long.numberOfTrailingZeros(mask)] = null;
        }
        changed = 0;
        if (!repaired.isEmpty()) {
            repaired.clear();
        }
    }

    @Override
    public void writeKnown(int from, int to, FieldWriter writer) {
        int next = from;
        for (long mask = changed & ((1L << to) - (1L << from)); mask != 0; mask &= mask - 1) {
            int place = Long.numberOfTrailingZeros(mask);
            String text = changes[place];
            base.writeKnown(next, place, writer);
            if (text != null) {
                writer.known(place, text, repaired);
            }
            next = place + 1;
        }
        base.writeKnown(next, to, writer);
    }

    @Override
    public void writeOthers(NamedValues own, FieldWriter writer) {
        base.writeOthers(own, writer);
    }

    @Override
    public boolean hasOther(String name) {
        return base.hasOther(name);
    }

    @Override
    public List<String> repaired() {
        if (base.repaired().isEmpty()) {
            return repaired;
        }
        List<String> all = new ArrayList<>(base.repaired());
        all.addAll(repaired);
        return all;
    }
}
