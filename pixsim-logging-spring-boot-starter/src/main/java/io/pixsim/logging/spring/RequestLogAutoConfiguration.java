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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Logs the requests of a servlet application, before any other filter. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(Filter.class)
@ConditionalOnProperty(name = "pixsim.logging.requests.enabled", matchIfMissing = true)
@EnableConfigurationProperties(PixSimLoggingProperties.class)
public class RequestLogAutoConfiguration {

    /** For Spring. */
    public RequestLogAutoConfiguration() {}

    /**
     * The filter.
     *
     * @param properties say what is a proxy, and what is slow
     * @return its registration
     */
    @Bean
    public FilterRegistrationBean<RequestLogFilter> pixSimRequestLogFilter(PixSimLoggingProperties properties) {
        RequestLog requests = RequestLog.builder(LoggerFactory.getLogger("http"))
                .trustedProxies(properties.requests().trustedProxies().toArray(new String[0]))
                .slow(properties.requests().slow())
                .build();
        FilterRegistrationBean<RequestLogFilter> filter = new FilterRegistrationBean<>(new RequestLogFilter(requests));
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
