package io.pixsim.logging;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import io.pixsim.logging.diagnostics.TestVoice;

/** An environment to take settings from. */
abstract class SettingsFixture {

    static final URI URL = URI.create("http://localhost:8001/api/v1/logs/ingest/batch");

    final Map<String, String> properties = new HashMap<>();
    final Map<String, String> variables = new HashMap<>();
    final TestVoice voice = new TestVoice();

    static LoggingOptions.Builder options() {
        return LoggingOptions.forService("worker");
    }

    Settings resolve() {
        return Settings.resolve(options().build(), environment());
    }

    Environment environment() {
        return new Environment(properties::get, variables::get, voice.diagnostics());
    }
}
