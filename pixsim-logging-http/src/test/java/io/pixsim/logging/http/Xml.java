package io.pixsim.logging.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;

/** Sets a logger context up as Logback does from its file. */
final class Xml {

    private Xml() {}

    static void configure(LoggerContext context, String xml) throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** With one {@link HttpAppender} on the root logger. */
    static void configure(LoggerContext context, String url, String settings) throws JoranException {
        configure(context, """
                <configuration>
                  <appender name="HTTP" class="io.pixsim.logging.http.HttpAppender">
                    <url>%s</url>
                    %s
                  </appender>
                  <root level="INFO"><appender-ref ref="HTTP"/></root>
                </configuration>
                """.formatted(url, settings));
    }
}
