package io.pixsim.logging.test;

import java.util.stream.Stream;

import io.pixsim.logging.logback.FailureGuardTurboFilter;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.test.conformance.EncoderConformance;
import io.pixsim.logging.test.conformance.LogbackTarget;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The README shows the part between the two marks; a test of its own holds the two together. */
// readme:begin
class ConformanceExampleTest {

    @TestFactory
    Stream<DynamicTest> noValueCostsAnEvent() {
        return EncoderConformance.ofTarget(
                        () -> LogbackTarget.of(new JsonLinesEncoder(), new FailureGuardTurboFilter()))
                .tests();
    }
}
// readme:end
