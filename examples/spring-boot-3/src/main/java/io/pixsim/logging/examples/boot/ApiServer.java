package io.pixsim.logging.examples.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An API server: the starter is on the class path, what it does is set in {@code application.properties}. */
@SpringBootApplication
public class ApiServer {

    /** For Spring. */
    public ApiServer() {}

    /**
     * Starts it.
     *
     * @param arguments properties, such as {@code --server.port=8001}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(ApiServer.class, arguments);
    }
}
