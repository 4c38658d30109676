package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

import io.pixsim.logging.sink.Connection;
import okhttp3.HttpUrl;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;

class ClientsTest {

    @Test
    void theTestsRunWithTheClientThatTheBuildNames() {
        String expected = System.getProperty("okhttp.expected");
        assumeTrue(expected != null, "not run by the build");

        assertThat(OkHttp.VERSION).isEqualTo(expected);
    }

    @Test
    void aClientSpeaksHttp11AndFollowsNoRedirect() {
        OkHttpClient client = Clients.client(Connection.DEFAULT, List.of(HttpUrl.get("http://localhost/")));

        assertThat(client.protocols()).containsExactly(Protocol.HTTP_1_1);
        assertThat(client.followRedirects()).isFalse();
        assertThat(client.followSslRedirects()).isFalse();
    }
}
