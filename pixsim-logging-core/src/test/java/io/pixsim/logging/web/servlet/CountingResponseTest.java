package io.pixsim.logging.web.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

class CountingResponseTest {

    @Test
    void aWrapperThatKnowsNoEncodingIsWrittenTo() throws IOException {
        StringWriter written = new StringWriter();
        CountingResponse response = new CountingResponse(answering(Map.of("getWriter", new PrintWriter(written))));

        response.getWriter().write("Grüße");
        response.getWriter().flush();

        assertThat(written).hasToString("Grüße");
        assertThat(response.size()).isEqualTo(5);
    }

    /** A response that answers these methods, and all others with null. */
    private static HttpServletResponse answering(Map<String, Object> answers) {
        return (HttpServletResponse) Proxy.newProxyInstance(
                CountingResponseTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }
}
