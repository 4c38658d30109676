package io.pixsim.logging.benchmarks;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import co.elastic.logging.logback.EcsEncoder;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.redact.Unredacted;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.mask.MaskingJsonGeneratorDecorator;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** The encoders for Logback, as their documents say to use them, with defaults. */
final class Encoders {

    /** What our own encoder masks without being told to. */
    private static final String[] SENSITIVE = {"api_key", "jwt_token", "authorization", "password", "secret"};

    private Encoders() {}

    static Encoder<ILoggingEvent> pixsim() {
        JsonLinesEncoder encoder = new JsonLinesEncoder();
        encoder.setService("worker");
        encoder.setEnv("dev");
        return started(encoder);
    }

    /** As {@link #pixsim}, with a redactor that hides nothing. */
    static Encoder<ILoggingEvent> pixsimUnredacted() {
        JsonLinesEncoder encoder = new JsonLinesEncoder();
        encoder.setService("worker");
        encoder.setEnv("dev");
        encoder.setRedactor(Unredacted.redactor());
        return started(encoder);
    }

    static Encoder<ILoggingEvent> logback() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        return started(encoder);
    }

    static Encoder<ILoggingEvent> logstash() {
        return started(new LogstashEncoder());
    }

    static Encoder<ILoggingEvent> logstashMasked() {
        MaskingJsonGeneratorDecorator mask = new MaskingJsonGeneratorDecorator();
        for (String path : SENSITIVE) {
            mask.addPath(path);
        }
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.addDecorator(mask);
        mask.start();
        return started(encoder);
    }

    static Encoder<ILoggingEvent> ecs() {
        EcsEncoder encoder = new EcsEncoder();
        encoder.setServiceName("worker");
        encoder.setServiceEnvironment("dev");
        return started(encoder);
    }

    static Encoder<ILoggingEvent> spring() {
        context().putObject(Environment.class.getName(), new StandardEnvironment());
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setFormat("logstash");
        return started(encoder);
    }

    static Encoder<ILoggingEvent> avaje() {
        io.avaje.logback.encoder.JsonEncoder encoder = new io.avaje.logback.encoder.JsonEncoder();
        encoder.setComponent("worker");
        encoder.setEnvironment("dev");
        return started(encoder);
    }

    static Encoder<ILoggingEvent> fixedShape() {
        return started(new FixedShapeEncoder());
    }

    private static Encoder<ILoggingEvent> started(Encoder<ILoggingEvent> encoder) {
        encoder.setContext(context());
        encoder.start();
        return encoder;
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
