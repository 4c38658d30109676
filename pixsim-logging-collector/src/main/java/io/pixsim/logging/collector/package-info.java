/** The collector: takes events over HTTP, keeps them, and answers what is asked of them. */
@NullMarked
package io.pixsim.logging.collector;

import org.jspecify.annotations.NullMarked;
