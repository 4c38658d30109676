package io.pixsim.logging.catalog;

import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * What the markers of one event say together: its stage, whether it is critical, and the names of the rest. Typed markers
 * and plain SLF4J markers of the same name mean the same.
 */
public final class EventMarkers {

    private static final EventMarkers NONE = new EventMarkers();
    private static final int MAX_DEPTH = 8;

    private @Nullable String stage;
    private boolean critical;
    private @Nullable String others;

    private EventMarkers() {}

    /**
     * Reads the markers of an event.
     *
     * @param markers the markers, or null when there are none
     * @return what they say
     */
    public static EventMarkers of(@Nullable List<Marker> markers) {
        if (markers == null || markers.isEmpty()) {
            return NONE;
        }
        EventMarkers said = new EventMarkers();
        markers.forEach(marker -> said.read(marker, 0));
        return said;
    }

    /**
     * Reads the marker of a call.
     *
     * @param marker the marker, or null when there is none
     * @return what it says
     */
    public static EventMarkers of(@Nullable Marker marker) {
        return marker == null ? NONE : of(List.of(marker));
    }

    /**
     * The name of the first stage among the markers.
     *
     * @return the name, or null when there was none
     */
    public @Nullable String stage() {
        return stage;
    }

    /**
     * Whether a marker said {@link Severity#CRITICAL}.
     *
     * @return true when one did
     */
    public boolean critical() {
        return critical;
    }

    /**
     * The names of markers that are neither.
     *
     * @return the names, with commas between, or null when there were none
     */
    public @Nullable String others() {
        return others;
    }

    @SuppressWarnings("deprecation") // SLF4J 2.0.20 deprecates references between markers; older code still makes them
    private void read(Marker marker, int depth) {
        if (!(marker instanceof SeverityAtStage)) {
            readName(marker);
        }
        if (depth == MAX_DEPTH || !marker.hasReferences()) {
            return;
        }
        for (Iterator<Marker> references = marker.iterator(); references.hasNext(); ) {
            read(references.next(), depth + 1);
        }
    }

    private void readName(Marker marker) {
        String name = marker.getName();
        if (marker instanceof Stage || Stages.find(name) != null) {
            stage = stage == null ? name : stage;
        } else if (Severity.parse(name).filter(Severity.CRITICAL::equals).isPresent()) {
            critical = true;
        } else if (!(marker instanceof Severity)) {
            others = others == null ? name : others + "," + name;
        }
    }
}
