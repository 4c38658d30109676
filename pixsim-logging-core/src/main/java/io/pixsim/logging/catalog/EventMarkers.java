package io.pixsim.logging.catalog;

import java.util.ArrayList;
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
    private static final int MAX_MARKERS = 64;

    private @Nullable String stage;
    private boolean critical;
    private @Nullable String others;
    private final List<String> seen = new ArrayList<>(4);

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
        markers.forEach(marker -> said.read(marker));
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
    private void read(@Nullable Marker marker) {
        if (marker == null || !isNew(marker.getName())) {
            return;
        }
        if (!(marker instanceof SeverityAtStage)) {
            readName(marker, marker.getName());
        }
        if (!marker.hasReferences()) {
            return;
        }
        for (Iterator<Marker> references = marker.iterator(); references.hasNext(); ) {
            read(references.next());
        }
    }

    /** Each name is read once, so that markers which refer to each other come to an end. */
    private boolean isNew(@Nullable String name) {
        return name != null && seen.size() < MAX_MARKERS && !seen.contains(name) && seen.add(name);
    }

    private void readName(Marker marker, String name) {
        if (marker instanceof Stage || Stages.find(name) != null) {
            stage = stage == null ? name : stage;
        } else if (Severity.parse(name).filter(Severity.CRITICAL::equals).isPresent()) {
            critical = true;
        } else if (!(marker instanceof Severity)) {
            others = others == null ? name : others + "," + name;
        }
    }
}
