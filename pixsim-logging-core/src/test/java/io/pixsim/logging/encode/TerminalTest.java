package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @ParameterizedTest
    @CsvSource({
        // NO_COLOR, FORCE_COLOR, TERM, standard output is a terminal; colours
        ",,,true,true",
        ",,,false,false",
        ",,xterm-256color,true,true",
        ",,dumb,true,false",
        "1,,,true,false",
        "0,,,true,false",
        "'',,,true,true",
        "1,1,,true,false",
        ",1,,false,true",
        ",true,dumb,false,true",
        ",'',,false,false",
        ",0,,true,false",
        ",false,,true,false",
    })
    void theEnvironmentDecidesBeforeTheTerminal(
            String noColour, String forceColour, String term, boolean isTerminal, boolean coloured) {
        Map<String, String> variables = new HashMap<>();
        variables.put("NO_COLOR", noColour);
        variables.put("FORCE_COLOR", forceColour);
        variables.put("TERM", term);

        assertThat(new Terminal(variables::get, () -> isTerminal).takesColours())
                .isEqualTo(coloured);
    }
}
