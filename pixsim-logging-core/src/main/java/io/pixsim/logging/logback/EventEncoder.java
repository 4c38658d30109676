package io.pixsim.logging.logback;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import io.pixsim.logging.encode.Limits;
import io.pixsim.logging.encode.LogEvent;
import io.pixsim.logging.encode.Origin;
import io.pixsim.logging.redact.Detector;
import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * What the encoders share: their settings. Public because Joran sets nothing on a class whose setters are inherited from
 * one that it can't see; extended here only.
 */
public abstract class EventEncoder extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = {};

    private String service = Origin.UNKNOWN_SERVICE;
    private String env = Origin.DEFAULT_ENV;
    private int maxStringLength = Limits.DEFAULT_STRING_LENGTH;
    private int maxFields = Limits.DEFAULT_FIELDS;
    private int maxDepth = Limits.MAX_DEPTH;
    private int maxEventBytes = Limits.DEFAULT_EVENT_BYTES;
    private @Nullable String redactKeys;
    private @Nullable String allowKeys;
    private boolean hideAddresses;
    private @Nullable String fingerprintKey;
    private final List<Detector> detectors = new ArrayList<>();
    private @Nullable Redactor redactor;
    private volatile @Nullable Function<LogEvent, byte[]> encoding;

    EventEncoder() {}

    /**
     * Sets the {@code service} field of every event that does not bring its own.
     *
     * @param service the component that emits; {@code unknown} unless set
     */
    public void setService(String service) {
        this.service = service;
    }

    /**
     * Sets the {@code env} field of every event that does not bring its own.
     *
     * @param env the deployment environment; {@code dev} unless set
     */
    public void setEnv(String env) {
        this.env = env;
    }

    /**
     * Sets how many characters of one string are written; what is cut says so.
     *
     * @param maxStringLength characters, at least 64; 32,768 unless set
     */
    public void setMaxStringLength(int maxStringLength) {
        this.maxStringLength = maxStringLength;
    }

    /**
     * Sets how many fields of its own an event may have beside the catalog's; further ones are left out.
     *
     * @param maxFields at least 1; 20,000 unless set
     */
    public void setMaxFields(int maxFields) {
        this.maxFields = maxFields;
    }

    /**
     * Sets how deep maps and lists may nest; what is deeper is left out.
     *
     * @param maxDepth 1 to 32, which is the default
     */
    public void setMaxDepth(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    /**
     * Sets how large an event may become before further values are left out.
     *
     * @param maxEventBytes bytes of UTF-8, at least 4,096; 524,288 unless set
     */
    public void setMaxEventBytes(int maxEventBytes) {
        this.maxEventBytes = maxEventBytes;
    }

    /**
     * Sets keys that are sensitive beside the built-in ones.
     *
     * @param redactKeys names, parted by commas
     */
    public void setRedactKeys(String redactKeys) {
        this.redactKeys = redactKeys;
    }

    /**
     * Sets keys whose values may be seen, although a rule says that they are sensitive.
     *
     * @param allowKeys names, parted by commas
     */
    public void setAllowKeys(String allowKeys) {
        this.allowKeys = allowKeys;
    }

    /**
     * Sets whether e-mail addresses and IP addresses are hidden too.
     *
     * @param hideAddresses false unless set
     */
    public void setHideAddresses(boolean hideAddresses) {
        this.hideAddresses = hideAddresses;
    }

    /**
     * Sets the key of fingerprints, by which events with the same secret can be matched; none are written unless set.
     *
     * @param fingerprintKey at least 16 characters
     */
    public void setFingerprintKey(String fingerprintKey) {
        this.fingerprintKey = fingerprintKey;
    }

    /**
     * Adds a detector of secrets that only this program knows by their looks.
     *
     * @param detector asked of every text
     */
    public void addDetector(Detector detector) {
        detectors.add(detector);
    }

    /**
     * Sets a redactor that is shared with other encoders, counters included. The settings above count for nothing then.
     *
     * @param redactor what every value goes through
     */
    public void setRedactor(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Makes the encoding that the settings ask for. */
    abstract Function<LogEvent, byte[]> encoding(Origin origin, Redactor redactor, Limits limits);

    @Override
    public void start() {
        Redactor shared = redactor;
        encoding = encoding(origin(), shared != null ? shared : new Redactor(policy()), limits());
        super.start();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Function<LogEvent, byte[]> started = encoding;
        return started == null ? NOTHING : bytes(event, started);
    }

    static byte[] bytes(ILoggingEvent event, Function<LogEvent, byte[]> encoding) {
        try {
            return encoding.apply(new LogbackEvent(event));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // An event that can't even be read still leaves a trace, and its caller never learns of it.
            return encoding.apply(new UnreadableEvent(event, e));
        }
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private RedactionPolicy policy() {
        RedactionPolicy.Builder policy = RedactionPolicy.builder().hideAddresses(hideAddresses);
        policy.addKeys(
                redactKeys, wrong -> addWarn("redactKeys has '" + wrong + "', which is no name; leaving it out"));
        policy.allowKeys(
                allowKeys, wrong -> addWarn("allowKeys has '" + wrong + "', which is no name; leaving it out"));
        detectors.forEach(policy::addDetector);
        if (fingerprintKey != null) {
            try {
                policy.fingerprintKey(fingerprintKey.getBytes(StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                addWarn("fingerprintKey has less than 16 bytes; writing the plain mask");
            }
        }
        return policy.build();
    }

    private Origin origin() {
        return new Origin(
                orDefault("service", service, Origin.UNKNOWN_SERVICE), orDefault("env", env, Origin.DEFAULT_ENV));
    }

    private String orDefault(String name, @Nullable String value, String fallback) {
        if (value != null && !value.isBlank()) {
            return value;
        }
        addWarn(name + " is blank; taking " + fallback);
        return fallback;
    }

    private Limits limits() {
        return new Limits(
                inRange("maxStringLength", maxStringLength, Limits.MIN_STRING_LENGTH, Limits.DEFAULT_STRING_LENGTH),
                inRange("maxFields", maxFields, 1, Limits.DEFAULT_FIELDS),
                maxDepth <= Limits.MAX_DEPTH ? inRange("maxDepth", maxDepth, 1, Limits.MAX_DEPTH) : tooDeep(),
                inRange("maxEventBytes", maxEventBytes, Limits.MIN_EVENT_BYTES, Limits.DEFAULT_EVENT_BYTES));
    }

    private int inRange(String name, int value, int least, int fallback) {
        if (value >= least) {
            return value;
        }
        addWarn(name + " < " + least + ": " + value + "; taking " + fallback);
        return fallback;
    }

    private int tooDeep() {
        addWarn("maxDepth > " + Limits.MAX_DEPTH + ": " + maxDepth + "; taking " + Limits.MAX_DEPTH);
        return Limits.MAX_DEPTH;
    }
}
