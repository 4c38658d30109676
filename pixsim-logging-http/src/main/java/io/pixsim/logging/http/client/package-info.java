/** Calls of OkHttp to providers, logged; nothing of the forwarder's. */
@NullMarked
package io.pixsim.logging.http.client;

import org.jspecify.annotations.NullMarked;
