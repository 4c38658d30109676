package io.pixsim.logging.test.conformance;

import static io.pixsim.logging.test.conformance.CaseGroup.CHANGES;
import static io.pixsim.logging.test.conformance.Cases.ODD;
import static io.pixsim.logging.test.conformance.Cases.either;
import static io.pixsim.logging.test.conformance.Cases.repaired;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.slf4j.MDC;

/** Values that change, log or interfere while they are written. */
final class ChangeCases {

    private static final String INNER = "logged while another event is written";
    private static final int ELEMENTS = 20_000;

    private ChangeCases() {}

    static List<ConformanceCase> all() {
        return Stream.of(
                        repaired(
                                CHANGES,
                                "a list that grows while it is gone through",
                                HostileContainers::changingUnderway),
                        Stream.of(changedByAnother()),
                        either(CHANGES, "a toString that throws every other time", ChangeCases::moody),
                        either(CHANGES, "a toString that logs", ChangeCases::logging)
                                .map(each -> each.alsoWriting(INNER)),
                        either(
                                CHANGES,
                                "a toString that empties the MDC",
                                () -> new Hostile.Saying(() -> {
                                    MDC.clear();
                                    return "emptied";
                                })),
                        either(
                                CHANGES,
                                "a toString that binds to the MDC",
                                () -> new Hostile.Saying(() -> {
                                    MDC.put("bound_before", "other");
                                    return "bound";
                                })),
                        either(
                                CHANGES,
                                "a toString that interrupts its thread",
                                () -> new Hostile.Saying(() -> {
                                    Thread.currentThread().interrupt();
                                    return "interrupted";
                                })),
                        either(
                                CHANGES,
                                "a toString that renames its thread",
                                () -> new Hostile.Saying(() -> {
                                    Thread.currentThread().setName("renamed\n\0");
                                    return "renamed";
                                })))
                .flatMap(each -> each)
                .toList();
    }

    private static Object moody() {
        AtomicInteger calls = new AtomicInteger();
        return new Hostile.Saying(() -> {
            if (calls.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("not this time");
            }
            return "in a good mood";
        });
    }

    private static Object logging() {
        return new Hostile.Saying(() -> {
            HostileCall.logWithin(INNER);
            return "logged";
        });
    }

    private static ConformanceCase changedByAnother() {
        return ConformanceCase.attempted(CHANGES, "a list that another thread changes, as a field", () -> {
                    List<Object> list = new ArrayList<>(Collections.nCopies(ELEMENTS, "element"));
                    AtomicBoolean over = new AtomicBoolean();
                    CountDownLatch changing = new CountDownLatch(1);
                    Thread thread = new Thread(() -> change(list, changing, over), "conformance-changer");
                    thread.setDaemon(true);
                    thread.start();
                    awaitUninterruptibly(changing);
                    HostileCall call = CallDraft.withFields().field(ODD, list).finished();
                    return new Attempt(call, new Patience(), () -> over.set(true));
                })
                .leaving(Trace.name(ODD));
    }

    private static void change(List<Object> list, CountDownLatch changing, AtomicBoolean over) {
        while (!over.get()) {
            list.remove(list.size() - 1);
            list.add("another");
            changing.countDown();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
