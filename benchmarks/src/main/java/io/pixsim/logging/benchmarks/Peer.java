package io.pixsim.logging.benchmarks;

import java.util.function.Function;
import java.util.function.Supplier;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;

/** Who writes the events: by its encoder alone, and by a whole call. */
@SuppressWarnings("ImmutableEnumChecker") // factories
enum Peer {
    PIXSIM("PixSim", "pixsim", Encoders::pixsim, Callers::ownConsole),
    PIXSIM_IN_LOGBACK("PixSim, Logback's appender", "pixsim", Encoders::pixsim),
    PIXSIM_FRONT_DOOR("PixSim, front door", "pixsim", Encoders::pixsim, Callers::frontDoor),
    LOGBACK("Logback JsonEncoder", "logback", Encoders::logback),
    LOGSTASH("logstash-logback-encoder", "logstash", Encoders::logstash),
    LOGSTASH_MASKED("logstash-logback-encoder, masked", "logstash", Encoders::logstashMasked),
    LOG4J("Log4j JsonTemplateLayout", "log4j", Log4jCaller::new, Log4jEncoding::new),
    SPRING("Spring Boot, logstash format", "spring", Encoders::spring),
    ECS("ECS logback-ecs-encoder", "ecs", Encoders::ecs),
    AVAJE("avaje-logback-encoder", "avaje", Encoders::avaje),
    PENNA("Penna", "penna", Encoders::pixsim, Callers::penna),
    BOUND("bound", "logback", Encoders::fixedShape, Callers::constantLine);

    private final String title;
    private final String version;
    private final Supplier<Encoding> encoding;
    private final Function<CountingStream, Caller> caller;

    Peer(String title, String version, Supplier<Encoder<ILoggingEvent>> encoder) {
        this(title, version, encoder, stream -> Callers.through(encoder.get(), stream));
    }

    Peer(
            String title,
            String version,
            Supplier<Encoder<ILoggingEvent>> encoder,
            Function<CountingStream, Caller> caller) {
        this(title, version, caller, () -> new LogbackEncoding(encoder.get()));
    }

    Peer(String title, String version, Function<CountingStream, Caller> caller, Supplier<Encoding> encoding) {
        this.title = title;
        this.version = version;
        this.encoding = encoding;
        this.caller = caller;
    }

    String title() {
        return title;
    }

    /** The name under which the build tells the version. */
    String versionKey() {
        return version;
    }

    Encoding encoding() {
        return encoding.get();
    }

    Caller caller(CountingStream stream) {
        return caller.apply(stream);
    }

    boolean isOurs() {
        return version.equals(PIXSIM.version);
    }
}
