package io.pixsim.logging.collector.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:p%40ss+w@db.example:5433/logs?sslmode=require",
                "postgres://me:p%40ss+w@db.example:5433/logs?sslmode=require",
                "postgresql+asyncpg://me:p%40ss+w@db.example:5433/logs?sslmode=require",
                " jdbc:postgresql://me:p%40ss+w@db.example:5433/logs?sslmode=require ",
            })
    void itIsReadAsPeopleWriteIt(String text) {
        DatabaseUrl url = DatabaseUrl.parse(text);

        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example:5433/logs?sslmode=require");
        assertThat(url.login()).containsEntry("user", "me").containsEntry("password", "p@ss+w");
        assertThat(url).hasToString("db.example:5433/logs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://me:secret@db/logs",
                "postgresql://me:secret@db",
                "postgresql://me:secret@db/",
                "postgresql://me:se cret@db/logs",
                "secret",
            })
    void whatIsNoneIsRefusedAndNotTold(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not postgresql://")
                .hasNoCause()
                .message()
                .doesNotContain("cret");
    }

    @Test
    void itMayHaveNoCredentials() {
        assertThat(DatabaseUrl.parse("postgresql://localhost/logs").login()).isEmpty();
    }
}
