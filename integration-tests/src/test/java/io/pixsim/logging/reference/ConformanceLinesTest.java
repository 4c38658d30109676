package io.pixsim.logging.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.pixsim.logging.encode.Dialect;
import io.pixsim.logging.test.conformance.EncoderConformance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every line that the conformance suite gets out of our encoder is valid against the schema of those who read it. */
class ConformanceLinesTest {

    @ParameterizedTest
    @EnumSource
    void everyLineIsValid(Dialect dialect) throws InterruptedException {
        List<String> lines = OwnEncoder.conformanceLines(dialect);

        assertThat(lines).hasSizeGreaterThanOrEqualTo(EncoderConformance.cases().size());
        lines.forEach(Schemas.of(dialect)::assertValid);
    }
}
