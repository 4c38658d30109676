package io.pixsim.logging.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {

    @TempDir
    Path folder;

    @Test
    void itPrintsItsAddressAnswersAndStopsWhenItIsTold() throws Exception {
        try (ServeChild child = ServeChild.start(ServeChild.onClassPath(), folder)) {
            Client client = new Client(child.url());

            assertThat(client.get("/ready").object()).containsEntry("status", "ready");
            assertThat(client.batch("{\"level\":\"info\",\"service\":\"a\"}").status())
                    .isEqualTo(200);

            assertThat(child.terminate())
                    .anySatisfy(line ->
                            assertThat(line).contains("\"msg\":\"collector_stopped\"", "\"service\":\"collector\""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--port 8001,no --data DIR",
        "--data d --port,no value for --port",
        "--data d --port x,--port is not a number: x",
        "--data d --port 70000,port not in 0..65535: 70000",
        "--data d --loud yes,no such option: --loud",
        "--data d --retention-days -1,retentionDays not in 1..2147483647: -1",
    })
    void whatIsWrongIsTold(String words, String message) {
        assertThatThrownBy(() -> ServeCommand.parse(List.of(words.split(" ")), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void tokensComeFromTheEnvironment() {
        CollectorBuilder builder = ServeCommand.parse(
                List.of("--data", "d", "--retention-days", "0"),
                Map.of("PIXSIM_COLLECTOR_WRITE_TOKEN", " w ", "PIXSIM_COLLECTOR_READ_TOKEN", "r"));

        assertThat(builder.web().writeToken()).isEqualTo("w");
        assertThat(builder.web().readToken()).isEqualTo("r");
        assertThat(builder.web().host()).isEqualTo("127.0.0.1");
        assertThat(builder.retention().isEmpty()).isTrue();
    }
}
