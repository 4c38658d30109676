/**
 * The Logback parts: encoders and the gate as a turbo filter, each configurable from {@code logback.xml}, where they
 * behave exactly as behind the front door.
 */
@NullMarked
package io.pixsim.logging.logback;

import org.jspecify.annotations.NullMarked;
