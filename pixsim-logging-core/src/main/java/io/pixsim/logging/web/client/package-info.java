/**
 * Calls to others, such as providers: one event for each, and the ids that they carry. The log itself knows no HTTP client;
 * {@link io.pixsim.logging.web.client.LoggedHttpClient} is the one for that of the JDK.
 */
@NullMarked
package io.pixsim.logging.web.client;

import org.jspecify.annotations.NullMarked;
