package io.pixsim.logging.http;

import io.pixsim.logging.encode.Dialect;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.redact.Detector;
import io.pixsim.logging.redact.Redactor;
import io.pixsim.logging.sink.GuardedAppender;

/**
 * The settings of {@link HttpAppender} that say how events are written, and what of them is hidden: those of {@link
 * JsonLinesEncoder}. Public because Joran sets nothing on a class whose setters are inherited from one that it can't see;
 * extended here only.
 */
public abstract class EncodingAppender extends GuardedAppender {

    private final JsonLinesEncoder encoder = new JsonLinesEncoder();

    EncodingAppender() {}

    /**
     * The {@code service} field.
     *
     * @param service the name of this service; {@code unknown} unless set
     */
    public void setService(String service) {
        encoder.setService(service);
    }

    /**
     * The {@code env} field.
     *
     * @param env the environment this service runs in; {@code dev} unless set
     */
    public void setEnv(String env) {
        encoder.setEnv(env);
    }

    /**
     * How long a text value may be before it is cut.
     *
     * @param maxStringLength characters, at least 64; 32,768 unless set
     */
    public void setMaxStringLength(int maxStringLength) {
        encoder.setMaxStringLength(maxStringLength);
    }

    /**
     * How many fields of its own an event may have beside the catalog's; further ones are left out.
     *
     * @param maxFields at least 1; 20,000 unless set
     */
    public void setMaxFields(int maxFields) {
        encoder.setMaxFields(maxFields);
    }

    /**
     * How deep maps and lists may nest; what is deeper is left out.
     *
     * @param maxDepth 1 to 32, which is the default
     */
    public void setMaxDepth(int maxDepth) {
        encoder.setMaxDepth(maxDepth);
    }

    /**
     * How large an event may become before further values are left out.
     *
     * @param maxEventBytes bytes of UTF-8, at least 4,096; 524,288 unless set
     */
    public void setMaxEventBytes(int maxEventBytes) {
        encoder.setMaxEventBytes(maxEventBytes);
    }

    /**
     * Keys that are sensitive beside the built-in ones.
     *
     * @param redactKeys names, parted by commas
     */
    public void setRedactKeys(String redactKeys) {
        encoder.setRedactKeys(redactKeys);
    }

    /**
     * Keys whose values may be seen, although a rule says that they are sensitive.
     *
     * @param allowKeys names, parted by commas
     */
    public void setAllowKeys(String allowKeys) {
        encoder.setAllowKeys(allowKeys);
    }

    /**
     * Whether e-mail addresses and IP addresses are hidden too. Default false.
     *
     * @param hideAddresses true to hide them
     */
    public void setHideAddresses(boolean hideAddresses) {
        encoder.setHideAddresses(hideAddresses);
    }

    /**
     * The key of fingerprints, by which events with the same secret can be matched. Default none: then the plain mask is
     * written.
     *
     * @param fingerprintKey at least 16 characters
     */
    public void setFingerprintKey(String fingerprintKey) {
        encoder.setFingerprintKey(fingerprintKey);
    }

    /**
     * Adds a detector of secrets that only this program knows by their looks.
     *
     * @param detector asked of every text
     */
    public void addDetector(Detector detector) {
        encoder.addDetector(detector);
    }

    /**
     * A redactor that is shared with other sinks, counters included. The settings above count for nothing then.
     *
     * @param redactor what every value goes through
     */
    public void setRedactor(Redactor redactor) {
        encoder.setRedactor(redactor);
    }

    void startEncoder() {
        encoder.setContext(getContext());
        encoder.setDialect(Dialect.PIXSIM_BATCH);
        encoder.start();
    }

    void stopEncoder() {
        encoder.stop();
    }

    JsonLinesEncoder encoder() {
        return encoder;
    }
}
