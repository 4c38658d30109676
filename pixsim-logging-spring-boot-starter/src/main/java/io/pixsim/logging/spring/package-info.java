/** The front door for Spring Boot: there is nothing to call, but properties {@code pixsim.logging.*} to set. */
@NullMarked
package io.pixsim.logging.spring;

import org.jspecify.annotations.NullMarked;
