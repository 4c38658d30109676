/** What the library has to know of a test that runs on it. Nothing here is for programs, nor is it exported to them. */
@NullMarked
package io.pixsim.logging.testing;

import org.jspecify.annotations.NullMarked;
