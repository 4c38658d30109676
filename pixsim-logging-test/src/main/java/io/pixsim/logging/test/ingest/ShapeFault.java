package io.pixsim.logging.test.ingest;

import java.util.List;

/**
 * Why a body is no batch: a validation error as the backend's framework words it.
 *
 * @param type the kind of error
 * @param message what was expected
 * @param location the path to the place, names and indexes
 */
record ShapeFault(String type, String message, List<Object> location) {

    static final ShapeFault NO_JSON = new ShapeFault("json_invalid", "JSON decode error", List.of("body", 0));
    static final ShapeFault NO_OBJECT = new ShapeFault(
            "model_attributes_type",
            "Input should be a valid dictionary or object to extract fields from",
            List.of("body"));

    static ShapeFault missing(String key) {
        return new ShapeFault("missing", "Field required", List.of("body", key));
    }

    static ShapeFault noText(String key) {
        return new ShapeFault("string_type", "Input should be a valid string", List.of("body", key));
    }

    static ShapeFault noList(String key) {
        return new ShapeFault("list_type", "Input should be a valid list", List.of("body", key));
    }

    static ShapeFault noEvent(String key, int index) {
        return new ShapeFault("dict_type", "Input should be a valid dictionary", List.of("body", key, index));
    }
}
