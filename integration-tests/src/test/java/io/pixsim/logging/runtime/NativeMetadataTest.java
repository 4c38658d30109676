package io.pixsim.logging.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import ch.qos.logback.core.spi.ContextAware;
import ch.qos.logback.core.spi.LifeCycle;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.pixsim.logging.encode.JsonReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A native image knows of reflection only what it is told. Logback's XML makes its parts by reflection and sets them up by
 * their setters: each part that can stand in a logback.xml, and each type that its setters take, is told in the form of
 * GraalVM's reachability metadata, and judged by GraalVM's own schema.
 */
class NativeMetadataTest {

    private static final String HOUSE = "io.pixsim.logging.";

    @ParameterizedTest
    @ValueSource(strings = {"pixsim-logging-core", "pixsim-logging-http"})
    void eachPartThatXmlCanNameIsTold(String module) throws IOException {
        assertThat(told(module).get("reflection")).isEqualTo(reflected(module));
    }

    @ParameterizedTest
    @ValueSource(strings = "pixsim-logging-core")
    void eachFileThatXmlCanIncludeIsTold(String module) throws IOException {
        assertThat(told(module).get("resources")).isEqualTo(List.of(Map.of("glob", "io/pixsim/logging/presets/*.xml")));
        try (Stream<Path> presets = Files.list(classes(module).resolve("io/pixsim/logging/presets"))) {
            assertThat(presets).isNotEmpty().allMatch(file -> file.toString().endsWith(".xml"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixsim-logging-core", "pixsim-logging-http"})
    void whatIsToldIsOfTheFormThatGraalVmSets(String module) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(schemaOfGraalVm());

        assertThat(schema.validate(Files.readString(metadata(module)), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{\"reflection\": [{\"allPublicMethods\": true}]}", InputFormat.JSON))
                .as("it knows what is wrong")
                .isNotEmpty();
    }

    /** From the repository of metadata that GraalVM's build tools download. */
    private static String schemaOfGraalVm() throws IOException {
        String version = System.getProperty("graalvm-metadata.version");
        Path zip = Path.of(System.getProperty("repository"))
                .resolve("org/graalvm/buildtools/graalvm-reachability-metadata")
                .resolve(version)
                .resolve("graalvm-reachability-metadata-" + version + "-repository.zip");
        try (FileSystem files = FileSystems.newFileSystem(zip);
                Stream<Path> schemas = Files.list(files.getPath("schemas"))) {
            Path schema = schemas.filter(
                            file -> file.getFileName().toString().startsWith("reachability-metadata-schema-v"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(schema);
        }
    }

    private static Map<String, Object> told(String module) throws IOException {
        return JsonReader.readObject(Files.readString(metadata(module)).getBytes(StandardCharsets.UTF_8));
    }

    private static Path metadata(String module) {
        return classes(module)
                .resolve("META-INF/native-image/io.pixsim")
                .resolve(module)
                .resolve("reachability-metadata.json");
    }

    private static List<Map<String, Object>> reflected(String module) throws IOException {
        Collection<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes(module))) {
            files.map(file -> classes(module).relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("module-info"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replaceAll("[\\\\/]", "."))
                    .map(NativeMetadataTest::load)
                    .filter(NativeMetadataTest::isPart)
                    .forEach(part -> {
                        names.add(part.getName());
                        setterTypes(part).map(Class::getName).forEach(names::add);
                    });
        }
        return names.stream()
                .map(name ->
                        Map.<String, Object>of("type", name, "allPublicConstructors", true, "allPublicMethods", true))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, NativeMetadataTest.class.getClassLoader());
        } catch (ClassNotFoundException | NoClassDefFoundError e) { // what is for a library that is not there
            return Void.class;
        }
    }

    private static boolean isPart(Class<?> type) {
        return (ContextAware.class.isAssignableFrom(type) || LifeCycle.class.isAssignableFrom(type))
                && Modifier.isPublic(type.getModifiers())
                && !Modifier.isAbstract(type.getModifiers())
                && Arrays.stream(type.getConstructors()).anyMatch(made -> made.getParameterCount() == 0);
    }

    private static Stream<Class<?>> setterTypes(Class<?> part) {
        return Arrays.stream(part.getMethods())
                .filter(method -> method.getName().matches("(set|add)[A-Z].*") && method.getParameterCount() == 1)
                .map(Method::getParameterTypes)
                .<Class<?>>map(types -> types[0])
                .filter(type -> type.getName().startsWith(HOUSE));
    }

    private static Path classes(String module) {
        return Path.of("..", module, "target", "classes");
    }
}
