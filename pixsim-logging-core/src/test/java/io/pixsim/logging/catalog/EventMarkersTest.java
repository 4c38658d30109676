package io.pixsim.logging.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

@SuppressWarnings("deprecation") // SLF4J deprecates references between markers; older code still makes them
class EventMarkersTest {

    @Test
    void noMarkersSayNothing() {
        for (EventMarkers said : List.of(
                EventMarkers.of((Marker) null), EventMarkers.of((List<Marker>) null), EventMarkers.of(List.of()))) {
            assertThat(said.stage()).isNull();
            assertThat(said.critical()).isFalse();
            assertThat(said.others()).isNull();
        }
    }

    @Test
    void aStageSaysItsName() {
        EventMarkers said = EventMarkers.of(Stage.PROVIDER_SUBMIT);

        assertThat(said.stage()).isEqualTo("provider:submit");
        assertThat(said.critical()).isFalse();
        assertThat(said.others()).isNull();
    }

    @Test
    void aStageOfYourOwnCountsToo() {
        assertThat(EventMarkers.of(Stage.of("pipeline:skip")).stage()).isEqualTo("pipeline:skip");
    }

    @Test
    void theFirstOfSeveralStagesCounts() {
        EventMarkers said = EventMarkers.of(List.of(Stage.PROVIDER_ERROR, Stage.RETRY_DECISION));

        assertThat(said.stage()).isEqualTo("provider:error");
        assertThat(said.others()).isNull();
    }

    @Test
    void criticalAtAStageSaysBoth() {
        EventMarkers said = EventMarkers.of(Severity.CRITICAL.at(Stage.PROVIDER_ERROR));

        assertThat(said.stage()).isEqualTo("provider:error");
        assertThat(said.critical()).isTrue();
        assertThat(said.others()).isNull();
    }

    @Test
    void otherSeveritiesSayNothing() {
        EventMarkers said = EventMarkers.of(Severity.WARNING.at(Stage.PROVIDER_STATUS));

        assertThat(said.stage()).isEqualTo("provider:status");
        assertThat(said.critical()).isFalse();
        assertThat(said.others()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRITICAL", "critical", "CRIT", "FATAL"})
    void aPlainMarkerNamedCriticalIsCritical(String name) {
        EventMarkers said = EventMarkers.of(MarkerFactory.getMarker(name));

        assertThat(said.critical()).isTrue();
        assertThat(said.others()).isNull();
    }

    @Test
    void aPlainMarkerNamedLikeAStageIsTheStage() {
        EventMarkers said = EventMarkers.of(MarkerFactory.getMarker("provider:submit"));

        assertThat(said.stage()).isEqualTo("provider:submit");
        assertThat(said.others()).isNull();
    }

    @Test
    void otherMarkersAreNamedInTheirOrder() {
        EventMarkers said = EventMarkers.of(List.of(
                MarkerFactory.getMarker("AUDIT"), Stage.PROVIDER_SUBMIT, MarkerFactory.getMarker("SLOW_QUERY")));

        assertThat(said.others()).isEqualTo("AUDIT,SLOW_QUERY");
        assertThat(said.stage()).isEqualTo("provider:submit");
    }

    @Test
    void whatAMarkerRefersToCountsAsIfItWereThere() {
        Marker audit = MarkerFactory.getDetachedMarker("AUDIT");
        audit.add(Stage.PROVIDER_ERROR);
        audit.add(MarkerFactory.getDetachedMarker("FATAL"));

        EventMarkers said = EventMarkers.of(audit);

        assertThat(said.stage()).isEqualTo("provider:error");
        assertThat(said.critical()).isTrue();
        assertThat(said.others()).isEqualTo("AUDIT");
    }

    @Test
    void aMarkerThatIsReachedTwiceIsNamedOnce() {
        Marker shared = MarkerFactory.getDetachedMarker("SHARED");
        Marker left = MarkerFactory.getDetachedMarker("LEFT");
        Marker right = MarkerFactory.getDetachedMarker("RIGHT");
        left.add(shared);
        right.add(shared);

        assertThat(EventMarkers.of(List.of(left, right)).others()).isEqualTo("LEFT,SHARED,RIGHT");
    }

    @Test
    void aMarkerThatRefersToItselfIsNamedOnceAndHidesNoOther() {
        LoopingMarker looping = new LoopingMarker("LOOP");
        looping.add(looping);

        EventMarkers said = EventMarkers.of(List.of(looping, Stage.PROVIDER_SUBMIT));

        assertThat(said.others()).isEqualTo("LOOP");
        assertThat(said.stage()).isEqualTo("provider:submit");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a guard against hanging
    void markersThatAllReferToEachOtherEnd() {
        List<LoopingMarker> crowd = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            crowd.add(new LoopingMarker("M" + i));
        }
        crowd.forEach(marker -> crowd.forEach(marker::add));

        assertThat(EventMarkers.of(crowd.get(0)).others().split(",")).hasSize(20);
    }

    @Test
    void aMissingMarkerInTheListIsPassedOver() {
        EventMarkers said = EventMarkers.of(Arrays.asList(null, Stage.PROVIDER_SUBMIT));

        assertThat(said.stage()).isEqualTo("provider:submit");
    }

    /** What SLF4J's own marker refuses to become. */
    private static final class LoopingMarker implements Marker {

        private static final long serialVersionUID = 1L;

        private final String name;
        private final transient List<Marker> references = new ArrayList<>();

        LoopingMarker(String name) {
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void add(Marker reference) {
            references.add(reference);
        }

        @Override
        public boolean remove(Marker reference) {
            return references.remove(reference);
        }

        @Override
        public boolean hasChildren() {
            return hasReferences();
        }

        @Override
        public boolean hasReferences() {
            return !references.isEmpty();
        }

        @Override
        public Iterator<Marker> iterator() {
            return references.iterator();
        }

        @Override
        public boolean contains(Marker other) {
            return equals(other);
        }

        @Override
        public boolean contains(String other) {
            return name.equals(other);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    @Test
    void aMarkerThatThrowsIsToldAndTheOthersStillCount() {
        Marker throwing = new FixedMarker() {
            @Override
            public String getName() {
                throw new IllegalStateException();
            }
        };

        EventMarkers said = EventMarkers.of(List.of(Stage.PROVIDER_ERROR, Severity.CRITICAL, throwing));

        assertThat(said.stage()).isEqualTo("provider:error");
        assertThat(said.critical()).isTrue();
        assertThat(said.others()).isEqualTo("IllegalStateException");
    }
}
