package io.pixsim.logging.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.pixsim.logging.encode.JsonReader;

/** The API's document, to be asked what it promises. */
final class OpenApiDocument {

    private final String text;
    private final Map<String, Object> root;

    OpenApiDocument(String text) throws IOException {
        this.text = text;
        this.root = JsonReader.readObject(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One method of one path. */
    record Operation(String method, String path, Map<String, Object> members) {

        String id() {
            return (String) members.get("operationId");
        }

        boolean isGuarded() {
            return !((List<?>) members.get("security")).isEmpty();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        object(root.get("paths"))
                .forEach((path, methods) -> object(methods)
                        .forEach((method, members) ->
                                operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, object(members)))));
        return operations;
    }

    /** The parameters of an operation that are at a place. */
    List<Map<String, Object>> parameters(Operation operation, String place) {
        return ((List<?>) operation.members().get("parameters"))
                .stream()
                        .map(this::resolved)
                        .filter(parameter -> parameter.get("in").equals(place))
                        .toList();
    }

    /** Fails unless an answer is one that the document promises. */
    void assertPromised(Operation operation, Client.Answer answer) {
        Map<String, Object> responses = object(operation.members().get("responses"));
        String status = String.valueOf(answer.status());
        assertThat(responses).as("%s: %s", operation, answer.text()).containsKey(status);
        Map<String, Object> response = object(responses.get(status));
        String pointer = response.containsKey("$ref")
                ? (String) response.get("$ref")
                : "#/paths/" + escaped(operation.path()) + "/"
                        + operation.method().toLowerCase(Locale.ROOT) + "/responses/" + status;
        String type = answer.header("Content-Type").split(";", 2)[0];
        assertThat(object(resolved(response).get("content")))
                .as("%s %s", operation, status)
                .containsKey(type);
        if (type.equals("application/json")) {
            assertValid(pointer + "/content/" + escaped(type) + "/schema", answer.text());
        }
    }

    void assertValid(String pointer, String json) {
        String schema = "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$ref\":\"" + pointer + "\","
                + text.substring(text.indexOf('{') + 1);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(json, InputFormat.JSON))
                .as("%s: %s", pointer, json)
                .isEmpty();
    }

    /** Every reference within the document leads somewhere. */
    void assertWhole() {
        references(root, reference -> assertThat(at(reference)).as(reference).isNotNull());
    }

    private static void references(Object value, Consumer<String> found) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                found.accept(reference);
            }
            map.values().forEach(inner -> references(inner, found));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> references(inner, found));
        }
    }

    private Map<String, Object> resolved(Object value) {
        Object reference = object(value).get("$ref");
        return reference == null ? object(value) : object(at((String) reference));
    }

    private Object at(String reference) {
        Object place = root;
        for (String name : reference.substring(2).split("/", -1)) {
            place = object(place).get(name.replace("~1", "/").replace("~0", "~"));
        }
        return place;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
