package io.pixsim.logging.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChannelTest {

    @Test
    void theChannelsAreThoseThatViewersFilterBy() {
        assertThat(Channel.values()).extracting(Channel::toString).containsExactly("cron", "pipeline", "api", "system");
    }

    @ParameterizedTest
    @EnumSource
    void aChannelIsDescribed(Channel channel) {
        assertThat(channel.description()).isNotBlank();
    }

    @Test
    void theFieldTakesAChannelOrAWordOfYourOwn() {
        assertThat(Fields.CHANNEL.of(Channel.PIPELINE).value()).isEqualTo("pipeline");
        assertThat(Fields.CHANNEL.of("import").value()).isEqualTo("import");
    }
}
