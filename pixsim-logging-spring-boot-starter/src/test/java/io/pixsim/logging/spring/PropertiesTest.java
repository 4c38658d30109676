package io.pixsim.logging.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PropertiesTest {

    private static final Path METADATA = Path.of("target", "classes", "META-INF", "spring-configuration-metadata.json");

    @Test
    void withoutAnyPropertyTheStarterIsOnAndAllElseIsOpen() {
        PixSimLoggingProperties properties = bound(Map.of());

        assertThat(properties.enabled()).isTrue();
        assertThat(properties.service()).isNull();
        assertThat(properties.excludePaths()).isNull();
        assertThat(properties.redactKeys()).isEmpty();
        assertThat(properties.ingestion().url()).isNull();
        assertThat(properties.requests().enabled()).isTrue();
        assertThat(properties.requests().slow()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void propertiesAreBoundInSpringsSpelling() {
        PixSimLoggingProperties properties = bound(Map.of(
                "pixsim.logging.exclude-paths", "/health,/api/v1/jobs/{id}",
                "pixsim.logging.ingestion.flush-interval", "2s",
                "pixsim.logging.requests.trusted-proxies[0]", "10.0.0.0/8"));

        assertThat(properties.excludePaths()).containsExactly("/health", "/api/v1/jobs/{id}");
        assertThat(properties.ingestion().flushInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(properties.requests().trustedProxies()).containsExactly("10.0.0.0/8");
    }

    @Test
    void eachPropertyHasADescriptionForCompletion() throws IOException {
        String metadata = Files.readString(METADATA);
        List<String> names = Stream.of(
                        names("pixsim.logging.", PixSimLoggingProperties.class),
                        names("pixsim.logging.ingestion.", PixSimLoggingProperties.Ingestion.class),
                        names("pixsim.logging.requests.", PixSimLoggingProperties.Requests.class))
                .flatMap(all -> all)
                .toList();

        assertThat(names)
                .hasSize(22)
                .allSatisfy(name -> assertThat(metadata)
                        .containsPattern(
                                "\"name\": \"" + name + "\",\\s*\"type\": \"[^\"]+\",\\s*\"description\": \"[A-Z]"));
    }

    private static Stream<String> names(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> !component.getType().isRecord())
                .map(RecordComponent::getName)
                .map(name -> prefix + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    private static PixSimLoggingProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(new HashMap<>(properties)))
                .bindOrCreate("pixsim.logging", Bindable.of(PixSimLoggingProperties.class));
    }
}
