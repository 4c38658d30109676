/**
 * The request log as a Jakarta Servlet filter. Loads only where there are servlets: nothing else in the library uses it.
 */
@NullMarked
package io.pixsim.logging.web.servlet;

import org.jspecify.annotations.NullMarked;
