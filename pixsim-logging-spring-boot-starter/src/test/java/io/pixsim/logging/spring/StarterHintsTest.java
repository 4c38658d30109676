package io.pixsim.logging.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What Spring finds when it prepares a native image. */
class StarterHintsTest {

    private final RuntimeHints hints = new RuntimeHints();

    @Test
    void everyPropertyCanBeBound() {
        register();

        assertThat(RuntimeHintsPredicates.reflection().onType(PixSimLoggingProperties.class))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection().onType(PixSimLoggingProperties.Ingestion.class))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection().onType(PixSimLoggingProperties.Requests.class))
                .accepts(hints);
    }

    @Test
    void thePartsCanBeIncluded() {
        register();

        assertThat(RuntimeHintsPredicates.resource().forResource("io/pixsim/logging/spring/console.xml"))
                .accepts(hints);
    }

    private void register() {
        ClassLoader loader = getClass().getClassLoader();
        SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories", loader)
                .load(RuntimeHintsRegistrar.class)
                .stream()
                .filter(registrar -> registrar.getClass().getPackageName().equals("io.pixsim.logging.spring"))
                .forEach(registrar -> registrar.registerHints(hints, loader));
    }
}
