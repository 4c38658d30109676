package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class BucketCountsTest {

    private final Random random = new Random(17);

    @Test
    void whatIsPackedAndAddedIsTheSumOfBoth() {
        for (int round = 0; round < 200; round++) {
            Map<Integer, Long> expected = new TreeMap<>();
            BucketCounts sum = new BucketCounts();
            for (int part = 0; part < 3; part++) {
                BucketCounts counts = some(expected);
                if (random.nextBoolean()) {
                    sum.addPacked(counts.packed());
                } else {
                    sum.addAll(counts);
                }
            }

            assertThat(content(sum)).isEqualTo(expected);
        }
    }

    private BucketCounts some(Map<Integer, Long> expected) {
        BucketCounts counts = new BucketCounts();
        int different = random.nextInt(100);
        for (int i = 0; i < different; i++) {
            int bucket = random.nextInt(DurationBuckets.COUNT);
            long entries = 1 + (random.nextLong() >>> (4 + random.nextInt(60)));
            counts.add(bucket, entries);
            expected.merge(bucket, entries, Long::sum);
        }
        return counts;
    }

    private static Map<Integer, Long> content(BucketCounts counts) {
        Map<Integer, Long> content = new TreeMap<>();
        counts.each(content::put);
        return content;
    }
}
