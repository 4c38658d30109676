package io.pixsim.logging.test.ingest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.pixsim.logging.test.ingest.IngestServer.Generation;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test an {@link IngestServer} of its own, as a parameter of the test method or of its {@code @BeforeEach} and
 * {@code @AfterEach} methods, and closes it afterwards.
 *
 * <pre>{@code
 * @IngestEndpoint
 * class ForwardingTest {
 *     @Test
 *     void forwardsWhatIsLogged(IngestServer server) { … }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(IngestEndpointExtension.class)
public @interface IngestEndpoint {

    /**
     * Which backend the endpoint behaves as.
     *
     * @return the generation; today's unless told otherwise
     */
    Generation value() default Generation.H;

    /**
     * Whether the endpoint is spoken to over TLS.
     *
     * @return plain HTTP unless told otherwise
     */
    Security security() default Security.NONE;
}
