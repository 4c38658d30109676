package io.pixsim.logging.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.store.RetentionRules;
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
        "--data d --retain error,--retain is not WHAT=DAYS: error",
        "--data d --retain loud=1,--retain has no level: loud=1",
        "--data d --retain error=x,--retain has no number of days: error=x",
        "--data d --retain service:=1,service is blank",
        "--data d --max-size 2X,--max-size is no size such as 20G: 2X",
        "--data d --max-size 0,maxBytes < 1: 0",
        "--data d --retention-days -1,retentionDays not in 1..2147483647: -1",
    })
    void whatIsWrongIsTold(String words, String message) {
        assertThatThrownBy(() -> ServeCommand.parse(List.of(words.split(" ")), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aDatabaseMayComeFromTheEnvironmentAndIsTheOnlyStore() {
        Map<String, String> environment = Map.of("PIXSIM_COLLECTOR_DATABASE_URL", "postgresql://me:secret@db/logs");

        assertThat(ServeCommand.parse(List.of("--port", "0"), environment).web().port())
                .isZero();
        assertThatThrownBy(() -> ServeCommand.parse(List.of("--data", "d"), environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is another store set: a collector has one");
        assertThatThrownBy(() -> ServeCommand.parse(List.of("--database-url", "mysql://me:secret@db"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("secret");
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

    @Test
    void rulesOfRetentionAddUp() {
        RetentionRules rules = ServeCommand.parse(
                        List.of(("--data d --retain error=90 --retain only:debug=3 --retain service:a=b=7"
                                        + " --max-size 20g")
                                .split(" ")),
                        Map.of())
                .retention();

        assertThat(rules)
                .isEqualTo(new RetentionRules(
                        30,
                        List.of(
                                new RetentionRules.Rule(Set.of(Severity.ERROR, Severity.CRITICAL), null, 90),
                                new RetentionRules.Rule(Set.of(Severity.DEBUG), null, 3),
                                new RetentionRules.Rule(Set.of(), "a=b", 7)),
                        20L << 30));
    }
}
