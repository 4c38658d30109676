package io.pixsim.logging.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * What the markers of one event say together: its stage, whether it is critical, and the names of the rest. Typed markers
 * and plain SLF4J markers of the same name mean the same.
 */
public final class EventMarkers {

    private static final EventMarkers NONE = new EventMarkers(null, false, null);
    private static final int MAX_MARKERS = 64;

    private final @Nullable String stage;
    private final boolean critical;
    private final @Nullable String others;

    private EventMarkers(@Nullable String stage, boolean critical, @Nullable String others) {
        this.stage = stage;
        this.critical = critical;
        this.others = others;
    }

    /** What a stage says alone. */
    static EventMarkers ofStage(String name) {
        return new EventMarkers(name, false, null);
    }

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
        return markers.size() == 1 ? of(markers.get(0)) : read(markers);
    }

    /**
     * Reads the marker of a call.
     *
     * @param marker the marker, or null when there is none
     * @return what it says
     */
    public static EventMarkers of(@Nullable Marker marker) {
        if (marker == null) {
            return NONE;
        }
        return marker instanceof Stage stage ? stage.alone() : read(Collections.singletonList(marker));
    }

    private static EventMarkers read(List<Marker> markers) {
        Reader reader = new Reader();
        try {
            markers.forEach(reader::read);
        } catch (Throwable e) { // a marker's own code; what was read before it still counts
            reader.addOther(e.getClass().getSimpleName());
        }
        return new EventMarkers(reader.stage, reader.critical, reader.others);
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

    /** Reads markers, and what they refer to, one after another. */
    private static final class Reader {

        private @Nullable String stage;
        private boolean critical;
        private @Nullable String others;
        private final List<String> seen = new ArrayList<>(4);

        @SuppressWarnings(
                "deprecation") // SLF4J 2.0.20 deprecates references between markers; older code still makes them
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
                addOther(name);
            }
        }

        private void addOther(String name) {
            others = others == null ? name : others + "," + name;
        }
    }
}
