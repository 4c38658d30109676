package io.pixsim.logging.recipes;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.STAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.http.client.CallLogInterceptor;
import io.pixsim.logging.journeys.Docs;
import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;
import io.pixsim.logging.test.ingest.IngestServer;
import io.pixsim.logging.web.client.CallLog;
import io.pixsim.logging.web.client.LoggedHttpClient;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The examples of docs/recipes/provider-calls.md, compiled and run as they stand there. */
@CaptureLogs
class ProviderCallsRecipeTest {

    private static final Path DOC = Path.of("..", "docs", "recipes", "provider-calls.md");

    private final IngestServer provider = IngestServer.start();
    private final Logger log = LoggerFactory.getLogger("worker");

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void theClientOfTheJdkLogsItsCalls(CapturedLogs logs) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(provider.url()).build();

        // docs: jdk
        CallLog calls = CallLog.builder(log).provider("pixverse").build();
        HttpClient http = LoggedHttpClient.of(HttpClient.newHttpClient(), calls);

        try (var attempt = LogContext.with(STAGE.of("provider:submit"), ATTEMPT.of(1))) {
            http.send(request, BodyHandlers.ofString());
        }
        // docs: end

        assertThat(call(logs).line())
                .contains("\"provider_id\":\"pixverse\"", "\"stage\":\"provider:submit\"", "\"attempt\":1");
        assertThat(Docs.block(DOC, "```java\n")).isEqualTo(Docs.source(ProviderCallsRecipeTest.class, "// docs: jdk"));
    }

    @Test
    void okHttpLogsItsCalls(CapturedLogs logs) throws IOException {
        CallLog calls = CallLog.builder(log).provider("pixverse").build();
        Request request = new Request.Builder().url(provider.url().toString()).build();
        Callback callback = new Callback() {
            @Override
            public void onFailure(Call call, IOException failure) {}

            @Override
            public void onResponse(Call call, Response response) {
                response.close();
            }
        };

        // docs: okhttp
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(new CallLogInterceptor(calls))
                .build();
        Call.Factory http = CallLogInterceptor.withContext(client);

        http.newCall(request).enqueue(callback);
        // docs: end

        assertThat(call(logs).line()).contains("\"provider_id\":\"pixverse\"", "\"method\":\"GET\"");
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        assertThat(Docs.block(DOC, "```java // okhttp\n"))
                .isEqualTo(Docs.source(ProviderCallsRecipeTest.class, "// docs: okhttp"));
    }

    private static CapturedEvent call(CapturedLogs logs) {
        return logs.awaitEvents(1, Duration.ofSeconds(30)).events().get(0);
    }
}
