package io.pixsim.logging.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallJvmTest {

    private static final List<String> TOLD_NOTHING = List.of("-jar", "all.jar", "serve", "--data", "d");

    @Test
    void aJvmThatWasToldNothingIsRunAgainWithTheSameWords() {
        assertThat(SmallJvm.command("java", TOLD_NOTHING, Map.of("PATH", "/bin")))
                .hasValueSatisfying(command -> assertThat(command)
                        .startsWith("java")
                        .contains("-XX:+UseSerialGC")
                        .endsWith("-jar", "all.jar", "serve", "--data", "d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-Xmx1g -jar all.jar serve", "-cp all.jar Main serve", "@options -jar all.jar serve", "-jar", ""
            })
    void oneWithOptionsIsLeftAsItIs(String words) {
        assertThat(SmallJvm.command("java", List.of(words.split(" ")), Map.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void optionsMayComeFromTheEnvironment(String variable) {
        assertThat(SmallJvm.command("java", TOLD_NOTHING, Map.of(variable, "-Xmx1g")))
                .isEmpty();
    }
}
