package io.pixsim.logging.gate;

import java.util.HashMap;
import java.util.Map;

import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/** A call made by hand. */
final class TestCall implements Call {

    private static final ThreadLocal<CallMemory> MEMORY = ThreadLocal.withInitial(CallMemory::new);

    private final Severity severity;
    private final Map<String, String> fields = new HashMap<>();
    private String levelOwner = "ROOT";
    private boolean inScope;

    private TestCall(Severity severity) {
        this.severity = severity;
    }

    static TestCall of(Severity severity) {
        return new TestCall(severity);
    }

    TestCall stage(@Nullable String stage) {
        return with("stage", stage);
    }

    TestCall job(@Nullable String jobId) {
        return with("job_id", jobId);
    }

    TestCall domain(String domain) {
        return with("domain", domain);
    }

    TestCall with(String field, @Nullable String value) {
        fields.put(field, value);
        return this;
    }

    TestCall inScope() {
        inScope = true;
        return this;
    }

    TestCall levelOwner(String logger) {
        levelOwner = logger;
        return this;
    }

    TestCall message(String message) {
        return with("message", message);
    }

    TestCall number(int number) {
        return with("number", Integer.toString(number));
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public @Nullable String stage() {
        return fields.get("stage");
    }

    @Override
    public @Nullable String jobId() {
        return fields.get("job_id");
    }

    @Override
    public int attempt() {
        return Integer.parseInt(fields.getOrDefault("attempt", "-1"));
    }

    @Override
    public @Nullable String artifact() {
        return fields.get("artifact_id");
    }

    @Override
    public boolean isInJobScope() {
        return inScope;
    }

    @Override
    public @Nullable String field(String name) {
        return fields.get(name);
    }

    @Override
    public String levelOwner() {
        return levelOwner;
    }

    @Override
    public @Nullable String requestPath() {
        return fields.get("path");
    }

    @Override
    public @Nullable String message() {
        return fields.get("message");
    }

    @Override
    public long messageFingerprint() {
        return fields.containsKey("message") ? Fingerprint.add(Fingerprint.START, fields.get("message")) : 0;
    }

    @Override
    public long fingerprint() {
        return messageFingerprint();
    }

    @Override
    public Snapshot snapshot(@Nullable Snapshot into) {
        return new Kept(fields.get("number"));
    }

    @Override
    public boolean says(Snapshot snapshot) {
        return snapshot.equals(snapshot(null));
    }

    @Override
    public CallMemory memory() {
        return MEMORY.get();
    }

    record Kept(@Nullable String number) implements Snapshot {}
}
