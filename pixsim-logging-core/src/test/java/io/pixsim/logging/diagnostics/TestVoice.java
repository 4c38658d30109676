package io.pixsim.logging.diagnostics;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The library's voice, heard by a test instead of standard error. */
public final class TestVoice {

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final Diagnostics diagnostics =
            new Diagnostics(new PrintStream(heard, true, StandardCharsets.UTF_8), System::nanoTime);

    public Diagnostics diagnostics() {
        return diagnostics;
    }

    public List<String> lines() {
        return heard.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
