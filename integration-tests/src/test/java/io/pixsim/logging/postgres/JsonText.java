package io.pixsim.logging.postgres;

import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** Members as JSON once more, as the backend's driver sends what is no column. */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    static String of(Map<String, Object> members) {
        return MAPPER.writeValueAsString(members);
    }
}
