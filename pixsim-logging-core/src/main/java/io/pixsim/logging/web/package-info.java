/**
 * Requests that come in, one line for their start and one for their end: {@link io.pixsim.logging.web.RequestLog}. Knows
 * no framework.
 */
@NullMarked
package io.pixsim.logging.web;

import org.jspecify.annotations.NullMarked;
