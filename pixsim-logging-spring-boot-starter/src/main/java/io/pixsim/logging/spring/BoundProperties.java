package io.pixsim.logging.spring;

import io.pixsim.logging.diagnostics.Diagnostics;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/**
 * The properties of an application, as far as they can be read. Spring Boot's own way is not to start for a wrong one; here
 * it is told in one line and left out, since no application may fail for its logging.
 */
final class BoundProperties {

    private BoundProperties() {}

    static PixSimLoggingProperties of(Environment environment) {
        return Binder.get(environment)
                .bindOrCreate("pixsim.logging", Bindable.of(PixSimLoggingProperties.class), new LeavingOut());
    }

    private static final class LeavingOut extends AbstractBindHandler {

        /** The text of the exception may hold the value, and that a credential. */
        @Override
        public @Nullable Object onFailure(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
            Diagnostics.shared().setting(name + " can't be read; leaving it out");
            return null;
        }
    }
}
