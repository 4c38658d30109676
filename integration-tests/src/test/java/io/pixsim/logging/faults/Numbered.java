package io.pixsim.logging.faults;

import java.util.List;
import java.util.stream.LongStream;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.IntegerField;
import org.slf4j.Logger;

/** Events that are known by their number. */
final class Numbered {

    static final IntegerField NUMBER = Field.integer("number", "Which event it is");

    private Numbered() {}

    static void log(Logger log, long from, long to) {
        for (long number = from; number < to; number++) {
            log.info("numbered event", NUMBER.of(number));
        }
    }

    static List<Long> numbers(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    static List<Long> numbersWithout(long from, long to, long missing) {
        return LongStream.range(from, to)
                .filter(number -> number != missing)
                .boxed()
                .toList();
    }
}
