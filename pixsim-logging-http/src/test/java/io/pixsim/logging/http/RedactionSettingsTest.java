package io.pixsim.logging.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import io.pixsim.logging.redact.Detector;
import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.redact.Redactor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What logback.xml says is hidden, as it arrives at the endpoint. */
class RedactionSettingsTest {

    private LoggerContext context = Contexts.fresh();
    private final Endpoint endpoint = Endpoint.start(Behaviour.storing());

    @AfterEach
    void stop() {
        context.stop();
        endpoint.close();
    }

    @Test
    void addressesAreSeenUnlessTheyAreToBeHidden() throws JoranException {
        assertThat(sent("", "asked by anna@example.com")).isEqualTo("asked by anna@example.com");
    }

    @Test
    void addressesCanBeHidden() throws JoranException {
        assertThat(sent("<hideAddresses>true</hideAddresses>", "asked by anna@example.com"))
                .isEqualTo("asked by " + Redactor.MASK);
    }

    @Test
    void aFingerprintTellsEqualSecretsFromOthers() throws JoranException {
        String first = sent("<fingerprintKey>0123456789abcdef</fingerprintKey>", "password=hunter2");

        assertThat(first).matches("password=\\*\\*\\*redacted:[0-9a-f]{8}\\*\\*\\*");
        assertThat(sent("<fingerprintKey>0123456789abcdef</fingerprintKey>", "password=hunter2"))
                .isEqualTo(first);
        assertThat(sent("<fingerprintKey>0123456789abcdef</fingerprintKey>", "password=hunter3"))
                .isNotEqualTo(first);
    }

    @Test
    void aFingerprintKeyThatIsTooShortIsAWarningThatDoesNotQuoteIt() throws JoranException {
        Xml.configure(context, endpoint.url(), "<fingerprintKey>hunter2</fingerprintKey>");

        assertThat(context.getStatusManager().getCopyOfStatusList())
                .filteredOn(status -> status.getEffectiveLevel() > Status.INFO)
                .extracting(Status::getMessage)
                .containsExactly("fingerprintKey has less than 16 bytes; writing the plain mask");
    }

    @Test
    void aDetectorFindsWhatOnlyTheProgramKnows() throws JoranException {
        assertThat(sent("<detector class=\"" + Tickets.class.getName() + "\"/>", "opened TCK-12345678"))
                .isEqualTo("opened " + Redactor.MASK);
    }

    @Test
    void keysAreAddedAndAllowed() throws JoranException {
        assertThat(sent(
                        "<redactKeys>voucher</redactKeys><allowKeys>password</allowKeys>",
                        "voucher=summer26 password=none"))
                .isEqualTo("voucher=" + Redactor.MASK + " password=none");
    }

    @Test
    void aSharedRedactorCountsMoreThanWhatIsSetBesideIt() {
        HttpAppender appender = new HttpAppender();
        appender.setContext(context);
        appender.setUrl(endpoint.url());
        appender.setRedactor(new Redactor(
                RedactionPolicy.builder().addDetector(new Tickets()).build()));
        appender.setHideAddresses(true);
        appender.start();
        context.getLogger("ROOT").addAppender(appender);

        assertThat(sent("anna@example.com opened TCK-12345678")).isEqualTo("anna@example.com opened " + Redactor.MASK);
    }

    private String sent(String setting, String message) throws JoranException {
        context = Contexts.fresh();
        Xml.configure(context, endpoint.url(), setting);
        return sent(message);
    }

    private String sent(String message) {
        context.getLogger("io.pixsim.jobs").info(message);
        context.stop();
        int last = endpoint.requests().size() - 1;
        return String.valueOf(endpoint.requests().get(last).logs().get(0).get("msg"));
    }

    /** Knows a ticket by its beginning. Public, and with a constructor that takes nothing, for Joran. */
    public static final class Tickets implements Detector {

        @Override
        public String name() {
            return "ticket";
        }

        @Override
        public void detect(String text, Findings found) {
            int at = text.indexOf("TCK-");
            if (at >= 0) {
                found.hide(at, at + 12);
            }
        }
    }
}
