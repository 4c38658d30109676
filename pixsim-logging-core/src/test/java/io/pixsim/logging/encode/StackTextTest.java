package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackTextTest {

    @Test
    void theRootCauseComesFirstAndWhole() {
        Failure root = new TestFailure("Root", "why").frames(1, "at a.read", "at a.main");
        Failure wrapper = new TestFailure("Wrapper", "what")
                .frames(0, "at a.run", "at a.main")
                .causedBy(root);

        String text = StackText.of(wrapper);

        assertThat(text).isEqualTo("""
                        Root: why
                        \tat a.read
                        \tat a.main
                        Wrapped by: Wrapper: what
                        \tat a.run
                        \t... 1 common frames omitted""");
    }

    @Test
    void suppressedFailuresStandUnderTheirOwn() {
        Failure closing = new TestFailure("Closing", null).frames(1, "at a.close", "at a.main");
        Failure failure = new TestFailure("Failed", "so")
                .frames(0, "at a.run", "at a.main")
                .suppressing(closing);

        String text = StackText.of(failure);

        assertThat(text).isEqualTo("""
                        Failed: so
                        \tat a.run
                        \tat a.main
                        \tSuppressed:
                        \tClosing
                        \t\tat a.close
                        \t\t... 1 common frames omitted""");
    }

    @Test
    void aChainWithoutEndEnds() {
        TestFailure circular = new TestFailure("Circular", "again");
        circular.causedBy(circular).suppressing(circular);

        assertThat(StackText.root(circular)).isSameAs(circular);
        assertThat(StackText.of(new TestFailure("Outer", null).causedBy(new TestFailure("Inner", null))))
                .isEqualTo("Inner\nWrapped by: Outer");
    }
}
