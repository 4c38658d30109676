package io.pixsim.logging.catalog;

import java.util.Collections;
import java.util.Iterator;

import org.slf4j.Marker;

/** A marker that is a constant: what it refers to is fixed when it is made, and nothing can be added or removed. */
@SuppressWarnings("deprecation") // SLF4J 2.0.20 deprecates what every Marker still has to implement
interface FixedMarker extends Marker {

    @Override
    default void add(Marker reference) {}

    @Override
    default boolean remove(Marker reference) {
        return false;
    }

    @Override
    default boolean hasChildren() {
        return hasReferences();
    }

    @Override
    default boolean hasReferences() {
        return iterator().hasNext();
    }

    @Override
    default Iterator<Marker> iterator() {
        return Collections.emptyIterator();
    }

    @Override
    default boolean contains(Marker other) { // markers are equal by name, whatever their class
        return contains(other.getName());
    }

    @Override
    default boolean contains(String name) {
        if (getName().equals(name)) {
            return true;
        }
        for (Iterator<Marker> references = iterator(); references.hasNext(); ) {
            if (references.next().contains(name)) {
                return true;
            }
        }
        return false;
    }
}
