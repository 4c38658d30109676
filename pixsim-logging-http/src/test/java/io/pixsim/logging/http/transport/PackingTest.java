package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixsim.logging.sink.Compression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackingTest {

    private static final int LARGE = 10_000;

    @ParameterizedTest
    @CsvSource({"AUTO, true, true", "AUTO, false, false", "GZIP, true, true", "GZIP, false, true", "NONE, true, false"})
    void atFirstTheSettingAndTheFormatSay(Compression compression, boolean packsWell, boolean packs) {
        assertThat(new Packing(compression, packsWell).packs(LARGE)).isEqualTo(packs);
    }

    @Test
    void whatIsSmallIsNotWorthIt() {
        Packing packing = new Packing(Compression.GZIP, true);

        assertThat(packing.packs(Packing.LEAST_BYTES - 1)).isFalse();
        assertThat(packing.packs(Packing.LEAST_BYTES)).isTrue();
    }

    @Test
    void anEndpointThatRefusesItIsNotSentItAgain() {
        Packing packing = new Packing(Compression.GZIP, true);

        packing.refused();

        assertThat(packing.packs(LARGE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip               | true
            identity, GZIP     | true
            gzip;q=0.5         | true
            gzip ; q=0         | false
            gzip;q=0.000       | false
            identity           | false
            x-gzipped          | false
            ''                 | false
            """)
    void anEndpointSaysByAHeaderWhetherItTakesIt(String header, boolean packs) {
        Packing unsure = new Packing(Compression.AUTO, false);
        Packing sure = new Packing(Compression.AUTO, true);
        Packing never = new Packing(Compression.NONE, true);

        unsure.told(header);
        sure.told(header);
        never.told(header);

        assertThat(unsure.packs(LARGE)).isEqualTo(packs);
        assertThat(sure.packs(LARGE)).isEqualTo(packs);
        assertThat(never.packs(LARGE)).isFalse();
    }

    @Test
    void anAnswerWithoutThatHeaderChangesNothing() {
        Packing packing = new Packing(Compression.AUTO, true);

        packing.told(null);

        assertThat(packing.packs(LARGE)).isTrue();
    }
}
