package io.pixsim.logging.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

@SuppressWarnings("deprecation") // what SLF4J deprecates of Marker still has to answer
class StageTest {

    static final List<Stage> TAXONOMY = Stages.all();

    @Test
    void theTaxonomyHasEightStagesInTheOrderOfAJobsLife() {
        assertThat(Stages.all())
                .extracting(Stage::getName)
                .containsExactly(
                        "pipeline:start",
                        "pipeline:artifact",
                        "provider:map_params",
                        "provider:submit",
                        "provider:status",
                        "provider:complete",
                        "provider:error",
                        "retry:decision");
    }

    @ParameterizedTest
    @FieldSource("TAXONOMY")
    void aStageOfTheTaxonomyIsDescribedAndFitsItsColumn(Stage stage) {
        assertThat(stage.description()).isNotBlank();
        assertThat(stage.getName()).hasSizeLessThanOrEqualTo(Fields.STAGE.maxCodePoints());
    }

    @ParameterizedTest
    @FieldSource("TAXONOMY")
    void theNameOfATaxonomysStageGivesTheConstant(Stage stage) {
        assertThat(Stage.of(stage.getName())).isSameAs(stage);
        assertThat(Stages.find(stage.getName())).isSameAs(stage);
    }

    @Test
    void anotherNameGivesAStageOfYourOwn() {
        Stage skip = Stage.of("pipeline:skip");

        assertThat(skip.getName()).isEqualTo("pipeline:skip");
        assertThat(skip.description()).isEmpty();
        assertThat(skip).hasToString("pipeline:skip");
        assertThat(Stages.find("pipeline:skip")).isNull();
    }

    @Test
    void aStageNeedsAName() {
        assertThatNullPointerException().isThrownBy(() -> Stage.of(null)).withMessage("name");
    }

    @Test
    void stagesAreEqualByName() {
        assertThat(Stage.of("pipeline:skip"))
                .isEqualTo(Stage.of("pipeline:skip"))
                .hasSameHashCodeAs(Stage.of("pipeline:skip"))
                .isNotEqualTo(Stage.of("pipeline:start"))
                .isNotEqualTo("pipeline:skip");
    }

    @Test
    void aPlainMarkerOfTheSameNameIsEqualBothWays() {
        Marker plain = MarkerFactory.getDetachedMarker("provider:submit");

        assertThat((Marker) Stage.PROVIDER_SUBMIT).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(plain).isEqualTo(Stage.PROVIDER_SUBMIT);
    }

    @Test
    void aStageContainsItselfByNameAndByMarker() {
        assertThat(Stage.PROVIDER_SUBMIT.contains("provider:submit")).isTrue();
        assertThat(Stage.PROVIDER_SUBMIT.contains("provider:status")).isFalse();
        assertThat(Stage.PROVIDER_SUBMIT.contains(Stage.PROVIDER_SUBMIT)).isTrue();
        assertThat(Stage.PROVIDER_SUBMIT.contains(Stage.PROVIDER_STATUS)).isFalse();
    }

    @Test
    void aFilterThatLooksForAPlainMarkerFindsTheStage() {
        Marker wanted = MarkerFactory.getMarker("provider:submit");

        assertThat(Stage.PROVIDER_SUBMIT.contains(wanted)).isTrue();
        assertThat(Stage.PROVIDER_STATUS.contains(wanted)).isFalse();
    }

    @Test
    void nothingCanBeAddedToAStage() {
        Stage.PROVIDER_SUBMIT.add(MarkerFactory.getDetachedMarker("other"));

        assertThat(Stage.PROVIDER_SUBMIT.hasReferences()).isFalse();
        assertThat(Stage.PROVIDER_SUBMIT.hasChildren()).isFalse();
        assertThat(Stage.PROVIDER_SUBMIT.iterator()).isExhausted();
        assertThat(Stage.PROVIDER_SUBMIT.remove(Stage.PROVIDER_SUBMIT)).isFalse();
    }
}
