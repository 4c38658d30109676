package io.pixsim.logging.http.wire;

import java.lang.module.ModuleDescriptor;

import org.jspecify.annotations.Nullable;

/** Which version of the library this is, where its jar tells. */
final class LibraryVersion {

    private LibraryVersion() {}

    static @Nullable String get() {
        ModuleDescriptor module = LibraryVersion.class.getModule().getDescriptor();
        String ofModule = module == null ? null : module.rawVersion().orElse(null);
        return ofModule != null ? ofModule : LibraryVersion.class.getPackage().getImplementationVersion();
    }
}
