package io.pixsim.logging.encode;

import java.util.List;

/** What every event of one context says besides its own, configured or bound. The places are those of the catalog. */
interface ContextFields {

    /** Writes the fields from one place up to another, that one excluded. */
    void writeKnown(int from, int to, FieldWriter writer);

    /** Writes the fields outside of the catalog, but for those that the event brings itself. */
    void writeOthers(NamedValues own, FieldWriter writer);

    /** Whether a field outside of the catalog is bound. */
    boolean hasOther(String name);

    /** The names of what could not be written as it was, as far as it was written. */
    List<String> repaired();
}
