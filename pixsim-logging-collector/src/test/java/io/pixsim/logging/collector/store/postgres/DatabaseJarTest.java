package io.pixsim.logging.collector.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;

import io.pixsim.logging.collector.Client;
import io.pixsim.logging.collector.ServeChild;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The jar as it is shipped, on a database: its migrations are found in it, and nothing that they need is missing. */
@Tag("jar")
class DatabaseJarTest {

    private static final String JAR = System.getProperty("collector.jar");

    @Test
    void itMakesItsTablesAndServes() throws Exception {
        try (TestDatabase database = new TestDatabase();
                ServeChild child = ServeChild.start(
                        List.of("-jar", new File(JAR).getAbsolutePath()), List.of("--database-url", database.url()))) {
            Client client = new Client(child.url());

            assertThat(client.batch("{\"level\":\"info\",\"service\":\"a\",\"job_id\":1}")
                            .status())
                    .isEqualTo(200);
            assertThat(client.get("/api/v1/logs/trace/job/1").list()).hasSize(1);
        }
    }
}
