/**
 * Forwards events to an ingest endpoint over HTTP. {@link io.pixsim.logging.http.HttpAppender} is a normal Logback
 * appender; with this module on the class path, the front door adds one by itself when an endpoint is configured.
 */
@NullMarked
package io.pixsim.logging.http;

import org.jspecify.annotations.NullMarked;
