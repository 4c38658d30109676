package io.pixsim.logging.benchmarks;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.channels.WritableByteChannel;
import java.util.function.Supplier;

import org.slf4j.LoggerFactory;

/**
 * Penna writes to the process's standard output and offers no other target; here its pool of writers is filled anew with
 * writers to a stream. By reflection, since the compiler for JDK 17 can't read its classes.
 */
final class PennaSink {

    private PennaSink() {}

    static void exchange(WritableByteChannel stream) {
        try {
            LoggerFactory.getILoggerFactory();
            Constructor<?> sink = Class.forName("penna.core.sink.CoreSink").getConstructor(WritableByteChannel.class);
            Object pool = Class.forName("penna.core.logger.guard.LevelGuard$Shared")
                    .getField("logUnits")
                    .get(null);
            Method refill = pool.getClass().getDeclaredMethod("refillThePool", Supplier.class);
            refill.setAccessible(true);
            refill.invoke(pool, (Supplier<?>) () -> newSink(sink, stream));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Penna's writers could not be exchanged", e);
        }
    }

    private static Object newSink(Constructor<?> constructor, WritableByteChannel stream) {
        try {
            return constructor.newInstance(stream);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
