/** The API over HTTP; the one place that knows Jetty. */
@NullMarked
package io.pixsim.logging.collector.web;

import org.jspecify.annotations.NullMarked;
