package io.pixsim.logging.test.conformance;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/** Markers that do harm when they are read. */
final class HostileMarkers {

    private HostileMarkers() {}

    static Marker named(Supplier<@Nullable String> name) {
        return new Own(name, Own::none);
    }

    static Marker throwingReferences() {
        return new Own(() -> "throwing", () -> {
            throw new IllegalStateException("no references");
        });
    }

    /** One that refers to another that refers to the first: what SLF4J's own markers don't let happen. */
    static Marker circle() {
        Own first = new Own(() -> "first", Own::none);
        Own second = new Own(() -> "second", () -> List.<Marker>of(first).iterator());
        first.references = () -> List.<Marker>of(second).iterator();
        return first;
    }

    static Marker referringTo(int count) {
        List<Marker> many = IntStream.range(0, count)
                .mapToObj(i -> (Marker) new Own(() -> "marker-" + i, Own::none))
                .toList();
        return new Own(() -> "many", many::iterator);
    }

    @SuppressWarnings({"deprecation", "InlineMeSuggester"}) // what the interface asks for
    private static final class Own implements Marker {

        private static final long serialVersionUID = 1L;

        private final transient Supplier<@Nullable String> name;
        private transient Supplier<Iterator<Marker>> references;

        Own(Supplier<@Nullable String> name, Supplier<Iterator<Marker>> references) {
            this.name = name;
            this.references = references;
        }

        static Iterator<Marker> none() {
            return List.<Marker>of().iterator();
        }

        @Override
        @SuppressWarnings("NullAway") // null is one of the things that it must not give
        public String getName() {
            return name.get();
        }

        @Override
        public void add(Marker reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean remove(Marker reference) {
            return false;
        }

        @Override
        @Deprecated
        public boolean hasChildren() {
            return hasReferences();
        }

        @Override
        public boolean hasReferences() {
            return references.get().hasNext();
        }

        @Override
        public Iterator<Marker> iterator() {
            return references.get();
        }

        @Override
        public boolean contains(Marker other) {
            return other == this;
        }

        @Override
        public boolean contains(String other) {
            return other.equals(name.get());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other == this;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        /** As SLF4J's own does: with all that it refers to. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(String.valueOf(name.get()));
            references.get().forEachRemaining(reference -> text.append(' ').append(reference));
            return text.toString();
        }
    }
}
