package io.pixsim.logging.test.conformance;

import java.util.stream.Stream;

import io.pixsim.logging.encode.Dialect;
import io.pixsim.logging.logback.FailureGuardTurboFilter;
import io.pixsim.logging.logback.GateTurboFilter;
import io.pixsim.logging.logback.JsonLinesEncoder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the suite asks of any encoder, the repairs and the ingest endpoint's rules included, of our own. */
class OwnEncodersTest {

    @TestFactory
    Stream<DynamicTest> linesForPeople() {
        return EncoderConformance.ofTarget(() -> target(Dialect.LINES))
                .with(Check.REPAIRED)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> eventsForTheIngestEndpoint() {
        return EncoderConformance.ofTarget(() -> target(Dialect.PIXSIM_BATCH))
                .with(Check.REPAIRED, Check.WIRE)
                .tests();
    }

    private static Target target(Dialect dialect) {
        JsonLinesEncoder encoder = new JsonLinesEncoder();
        encoder.setService("worker");
        encoder.setDialect(dialect);
        return LogbackTarget.of(encoder, new FailureGuardTurboFilter(), new GateTurboFilter());
    }
}
