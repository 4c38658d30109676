package io.pixsim.logging.logback;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import io.pixsim.logging.encode.Limits;
import io.pixsim.logging.encode.LogEvent;
import io.pixsim.logging.encode.Origin;
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

    /** Makes the encoding that the settings ask for. */
    abstract Function<LogEvent, byte[]> encoding(Origin origin, Redactor redactor, Limits limits);

    @Override
    public void start() {
        encoding = encoding(origin(), new Redactor(RedactionPolicy.standard()), limits());
        super.start();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Function<LogEvent, byte[]> started = encoding;
        if (started == null) {
            return NOTHING;
        }
        try {
            return started.apply(new LogbackEvent(event));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // An event that can't even be read still leaves a trace, and its caller never learns of it.
            return started.apply(new UnreadableEvent(event, e));
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
        if (maxStringLength >= Limits.MIN_STRING_LENGTH) {
            return new Limits(maxStringLength);
        }
        addWarn("maxStringLength < " + Limits.MIN_STRING_LENGTH + ": " + maxStringLength + "; taking "
                + Limits.DEFAULT_STRING_LENGTH);
        return Limits.DEFAULT;
    }
}
