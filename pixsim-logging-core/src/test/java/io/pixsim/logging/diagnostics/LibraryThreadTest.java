package io.pixsim.logging.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

class LibraryThreadTest {

    @Test
    void itNeverKeepsAJvmAlive() {
        assertThat(new LibraryThread("sender", () -> {}).isDaemon()).isTrue();
    }

    @Test
    void itsNameSaysWhoseItIs() {
        assertThat(new LibraryThread("sender", () -> {}).getName()).isEqualTo("pixsim-logging-sender");
    }

    @Test
    void whoRunsOnItIsKnown() throws InterruptedException {
        AtomicBoolean inside = new AtomicBoolean();
        Thread thread = new LibraryThread("sender", () -> inside.set(LibraryThread.isCurrent()));

        thread.start();
        thread.join();

        assertThat(inside).isTrue();
        assertThat(LibraryThread.isCurrent()).isFalse();
    }

    @Test
    void itInheritsNothingOfTheThreadThatStartedIt() throws InterruptedException {
        InheritableThreadLocal<String> request = new InheritableThreadLocal<>();
        request.set("the caller's");
        AtomicReference<String> seen = new AtomicReference<>("unset");
        Thread thread = new LibraryThread("sender", () -> seen.set(request.get()));

        thread.start();
        thread.join();

        assertThat(seen.get()).isNull();
        request.remove();
    }
}
