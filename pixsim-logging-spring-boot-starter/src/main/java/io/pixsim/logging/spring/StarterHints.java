package io.pixsim.logging.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;

/** What a native image has to be told of: the properties, which are bound by reflection, and the parts that XML includes. */
final class StarterHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        BindableRuntimeHintsRegistrar.forTypes(PixSimLoggingProperties.class).registerHints(hints, loader);
        hints.resources().registerPattern("io/pixsim/logging/spring/*.xml");
    }
}
