/** An API server with Spring Boot. */
@NullMarked
package io.pixsim.logging.examples.boot;

import org.jspecify.annotations.NullMarked;
