package io.pixsim.logging.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DomainTest {

    static final List<Domain> CATALOG = Domain.all();

    @Test
    void theCatalogIsThatOfThePythonBackend() {
        assertThat(CATALOG)
                .extracting(Domain::name)
                .containsExactly(
                        "account",
                        "audit",
                        "cron",
                        "generation",
                        "localFolders",
                        "overlay",
                        "persistence",
                        "provider",
                        "sql",
                        "stores",
                        "system",
                        "websocket",
                        "worker");
    }

    @Test
    void everyConstantIsInTheCatalog() {
        assertThat(Arrays.stream(Domain.class.getFields()).map(DomainTest::value))
                .containsExactlyElementsOf(CATALOG);
    }

    @ParameterizedTest
    @FieldSource("CATALOG")
    void aDomainOfTheCatalogIsDescribedAndFitsItsColumn(Domain domain) {
        assertThat(domain.description()).isNotBlank();
        assertThat(domain.name()).hasSizeLessThanOrEqualTo(Fields.DOMAIN.maxCodePoints());
    }

    @ParameterizedTest
    @FieldSource("CATALOG")
    void theNameOfACatalogsDomainGivesTheConstant(Domain domain) {
        assertThat(Domain.of(domain.name())).isSameAs(domain);
    }

    @Test
    void anotherNameGivesADomainOfYourOwn() {
        Domain prompt = Domain.of("prompt");

        assertThat(prompt).hasToString("prompt").isEqualTo(Domain.of("prompt")).hasSameHashCodeAs(Domain.of("prompt"));
        assertThat(prompt.description()).isEmpty();
    }

    @Test
    void namesAreTakenInTheirExactCase() {
        assertThat(Domain.of("localfolders")).isNotEqualTo(Domain.LOCAL_FOLDERS);
    }

    @Test
    void aDomainNeedsAName() {
        assertThatNullPointerException().isThrownBy(() -> Domain.of(null)).withMessage("name");
    }

    @Test
    void theFieldTakesADomainOrAWordOfYourOwn() {
        assertThat(Fields.DOMAIN.of(Domain.LOCAL_FOLDERS).value()).isEqualTo("localFolders");
        assertThat(Fields.DOMAIN.of("agent").value()).isEqualTo("agent");
        assertThat(Fields.DOMAIN.of((Domain) null).value()).isNull();
    }

    private static Object value(java.lang.reflect.Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
