/** What is asked, and how it is answered: parameters in, JSON out. */
@NullMarked
package io.pixsim.logging.collector.query;

import org.jspecify.annotations.NullMarked;
