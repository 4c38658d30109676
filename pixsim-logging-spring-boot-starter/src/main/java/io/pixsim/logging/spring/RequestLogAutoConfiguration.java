package io.pixsim.logging.spring;

import io.pixsim.logging.web.RequestLog;
import io.pixsim.logging.web.servlet.RequestLogFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Logs the requests of a servlet application, before any other filter. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(Filter.class)
@ConditionalOnProperty(
        prefix = "pixsim.logging",
        name = {"enabled", "requests.enabled"},
        matchIfMissing = true)
public class RequestLogAutoConfiguration {

    /** For Spring. */
    public RequestLogAutoConfiguration() {}

    /**
     * The filter.
     *
     * @param environment says what is a proxy, and what is slow
     * @return its registration
     */
    @Bean
    public FilterRegistrationBean<RequestLogFilter> pixSimRequestLogFilter(Environment environment) {
        RequestLog requests = requests(BoundProperties.of(environment).requests());
        FilterRegistrationBean<RequestLogFilter> filter = new FilterRegistrationBean<>(new RequestLogFilter(requests));
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    private static RequestLog requests(PixSimLoggingProperties.Requests properties) {
        RequestLog.Builder requests = RequestLog.builder(LoggerFactory.getLogger("http"));
        String[] proxies = properties.trustedProxies().toArray(new String[0]);
        BootOptions.set("requests.trusted-proxies", proxies, requests::trustedProxies);
        BootOptions.set("requests.slow", properties.slow(), requests::slow);
        return requests.build();
    }
}
