package io.pixsim.logging.web.servlet;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLogFilterTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nonsense", "10.0.0.0/99", "10.0.0.1,,"})
    void noParameterKeepsTheContainerFromStarting(String proxies) {
        assertThatCode(() -> new RequestLogFilter().init(new Parameters(Map.of("trustedProxies", proxies))))
                .doesNotThrowAnyException();
    }

    private record Parameters(Map<String, String> values) implements FilterConfig {

        @Override
        public String getFilterName() {
            return "requests";
        }

        @Override
        public ServletContext getServletContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable String getInitParameter(String name) {
            return values.get(name);
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.enumeration(values.keySet());
        }
    }
}
