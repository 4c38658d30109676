package io.pixsim.logging.collector.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void credentialsBehindTheQuestionMarkAreTakenOutOfIt() {
        DatabaseUrl url = DatabaseUrl.parse(
                "jdbc:postgresql://db/logs?user=me&sslmode=require&password=p%40ss&sslpassword=key&connectTimeout=3");

        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db/logs?sslmode=require&connectTimeout=3");
        assertThat(url.login())
                .containsEntry("user", "me")
                .containsEntry("password", "p@ss")
                .containsEntry("sslpassword", "key");
    }

    @ParameterizedTest
    @CsvSource({
        "require, sslmode=require",
        "verify-full, sslmode=verify-full",
        "disable, sslmode=disable",
        "true, ssl=true",
        "false, ssl=false"
    })
    void sslMeansWhatItMeansInPython(String ssl, String told) {
        assertThat(DatabaseUrl.parse("postgresql+asyncpg://db/logs?ssl=" + ssl).jdbc())
                .isEqualTo("jdbc:postgresql://db/logs?" + told);
    }

    @Test
    void anUnknownWayToUseSslIsRefused() {
        assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://db/logs?ssl=requierd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("verify-full")
                .hasMessageNotContaining("requierd");
    }

    @Test
    void itMayHaveNoCredentials() {
        assertThat(DatabaseUrl.parse("postgresql://localhost/logs").login()).isEmpty();
    }
}
