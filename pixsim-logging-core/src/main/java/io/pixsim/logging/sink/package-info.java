/**
 * Where events go. A sink is a Logback appender; {@link io.pixsim.logging.sink.SinkProvider} is how other modules add
 * theirs behind the front door, {@link io.pixsim.logging.sink.Delivering} how a sink that holds events is flushed.
 */
@NullMarked
package io.pixsim.logging.sink;

import org.jspecify.annotations.NullMarked;
