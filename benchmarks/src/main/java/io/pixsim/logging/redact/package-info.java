/** Makes what the package of the same name in the core lets nobody else make. */
package io.pixsim.logging.redact;
