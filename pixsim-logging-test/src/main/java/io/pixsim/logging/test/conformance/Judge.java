package io.pixsim.logging.test.conformance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.test.ingest.WireRules;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with what became of one case. */
final class Judge {

    private final Set<Check> checks;
    private final ConformanceCase tried;
    private final HostileCall call;
    private final List<Finding> findings = new ArrayList<>();

    private Judge(Set<Check> checks, ConformanceCase tried, HostileCall call) {
        this.checks = checks;
        this.tried = tried;
        this.call = call;
    }

    static List<Finding> findings(
            Set<Check> checks, ConformanceCase tried, HostileCall call, Outcome outcome, int maxBytes) {
        Judge judge = new Judge(checks, tried, call);
        judge.call(outcome);
        judge.output(outcome, maxBytes);
        judge.findings.sort((a, b) -> a.check().compareTo(b.check()));
        return List.copyOf(judge.findings);
    }

    private void call(Outcome outcome) {
        if (!outcome.returned()) {
            found(Check.RETURNS, "not back at the deadline");
        } else if (outcome.exhausted()) {
            found(Check.RETURNS, "read on and on");
        }
        Throwable thrown = outcome.thrown();
        if (thrown != null) {
            found(Check.CALLER, thrown.getClass().getName());
        }
    }

    private void output(Outcome outcome, int maxBytes) {
        byte[] output = tried.inner() == null ? outcome.output() : without(tried.inner(), outcome.output());
        if (output.length == 0) {
            found(Check.EVENT, "nothing was written");
            return;
        }
        if (outcome.written() > maxBytes) {
            // The rest of the line is not there to be judged.
            found(Check.SIZE, outcome.written() + " bytes");
            return;
        }
        long lines = lineFeeds(output);
        if (lines != 1 || output[output.length - 1] != '\n') {
            found(Check.ONE_LINE, lines + " line feeds");
            return;
        }
        Line line = read(output);
        if (line != null) {
            content(line);
            rules(line, output);
        }
    }

    /** The output without the line of an event that was logged from within. */
    private static byte[] without(String inner, byte[] output) {
        String text = new String(output, StandardCharsets.ISO_8859_1);
        return text.lines()
                .filter(line -> !line.contains(inner))
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long lineFeeds(byte[] output) {
        long lines = 0;
        for (byte each : output) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }

    private @Nullable Line read(byte[] output) {
        try {
            return StrictJson.read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(output))
                    .toString());
        } catch (CharacterCodingException e) {
            found(Check.UTF8, String.valueOf(e.getMessage()));
        } catch (JsonFault e) {
            found(Check.JSON, String.valueOf(e.getMessage()));
        }
        return null;
    }

    private void content(Line line) {
        line.duplicates().stream().limit(1).forEach(name -> found(Check.NAMES, Words.of(name)));
        line.unsafe().stream().limit(1).forEach(reason -> found(Check.JSONB, reason));
        if (!line.hasText(tried.messageParts())) {
            found(Check.MESSAGE, "no text with " + tried.messageParts());
        }
        fields(line, CallDraft.BOUND_FIELDS);
        fields(line, call.fields().isEmpty() ? Map.of() : CallDraft.OWN_FIELDS);
        tried.traces().stream()
                .filter(trace -> !trace.isIn().test(line))
                .forEach(trace -> found(Check.VALUE, trace.what()));
    }

    private void fields(Line line, Map<String, String> companions) {
        companions.forEach((name, text) -> {
            if (!line.hasValue(name, text) && !tried.gives(name)) {
                found(Check.FIELDS, name);
            }
        });
    }

    private void rules(Line line, byte[] output) {
        String complaint = tried.complaintAbout(line.textsOf(Fields.REPAIRED.name()));
        if (complaint != null) {
            found(Check.REPAIRED, complaint);
        }
        try {
            WireRules.violations(JsonReader.readObject(output)).forEach(rule -> found(Check.WIRE, rule));
        } catch (IOException e) {
            found(Check.WIRE, String.valueOf(e.getMessage()));
        }
    }

    private void found(Check check, String detail) {
        if (checks.contains(check)) {
            findings.add(new Finding(check, detail));
        }
    }
}
