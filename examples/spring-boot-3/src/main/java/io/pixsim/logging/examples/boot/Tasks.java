package io.pixsim.logging.examples.boot;

import io.pixsim.logging.context.LogContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

/** What Spring Boot's own executor runs: {@code @Async}, and controllers that answer later. */
@Configuration(proxyBeanMethods = false)
public class Tasks {

    /** For Spring. */
    public Tasks() {}

    /**
     * Takes the context of who hands a task over along.
     *
     * @return what is done to each task
     */
    @Bean
    public TaskDecorator tasksInContext() {
        return LogContext::wrap;
    }
}
