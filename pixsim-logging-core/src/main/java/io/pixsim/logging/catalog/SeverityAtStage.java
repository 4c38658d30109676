package io.pixsim.logging.catalog;

import java.util.Iterator;
import java.util.List;

import org.slf4j.Marker;

/** The two markers of one call, as one marker that refers to both. */
record SeverityAtStage(Severity severity, Stage stage) implements FixedMarker {

    @Override
    public String getName() {
        return severity.getName() + "@" + stage.getName();
    }

    @Override
    @SuppressWarnings("deprecation")
    public Iterator<Marker> iterator() {
        return List.<Marker>of(severity, stage).iterator();
    }
}
