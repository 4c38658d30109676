package io.pixsim.logging.web.client;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.http.HttpClient;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The end of a client, as JDK 21 and newer know it; asked for by name, since the library is compiled for JDK 17. Where the
 * JDK knows of none, there is nothing to do and nothing to wait for.
 */
final class ClientLife {

    private static final @Nullable MethodHandle SHUTDOWN = find("shutdown", void.class);
    private static final @Nullable MethodHandle SHUTDOWN_NOW = find("shutdownNow", void.class);
    private static final @Nullable MethodHandle IS_TERMINATED = find("isTerminated", boolean.class);
    private static final @Nullable MethodHandle AWAIT = find("awaitTermination", boolean.class, Duration.class);

    private ClientLife() {}

    static void shutdown(HttpClient client) {
        call(SHUTDOWN, client);
    }

    static void shutdownNow(HttpClient client) {
        call(SHUTDOWN_NOW, client);
    }

    static boolean isTerminated(HttpClient client) {
        return Boolean.TRUE.equals(call(IS_TERMINATED, client));
    }

    static boolean awaitTermination(HttpClient client, Duration time) throws InterruptedException {
        if (AWAIT == null) {
            return true;
        }
        try {
            return (boolean) AWAIT.invoke(client, time);
        } catch (InterruptedException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) { // it declares no other
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object call(@Nullable MethodHandle method, HttpClient client) {
        if (method == null) {
            return null;
        }
        try {
            return method.invoke(client);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) { // none of them declares any
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable MethodHandle find(String name, Class<?> result, Class<?>... arguments) {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(HttpClient.class, name, MethodType.methodType(result, arguments));
        } catch (NoSuchMethodException | IllegalAccessException e) { // JDK 17
            return null;
        }
    }
}
