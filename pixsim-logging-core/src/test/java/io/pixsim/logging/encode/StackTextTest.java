package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackTextTest {

    @Test
    void theRootCauseComesFirstAndWhole() {
        Failure root = new TestFailure("Root", "why").frames(1, "a.read", "a.main");
        Failure wrapper =
                new TestFailure("Wrapper", "what").frames(0, "a.run", "a.main").causedBy(root);

        String text = text(wrapper);

        assertThat(text).isEqualTo("""
                        Root: why
                        \tat a.read(A.java:1)
                        \tat a.main(A.java:1)
                        Wrapped by: Wrapper: what
                        \tat a.run(A.java:1)
                        \t... 1 common frames omitted""");
    }

    @Test
    void suppressedFailuresStandUnderTheirOwn() {
        Failure closing = new TestFailure("Closing", null).frames(1, "a.close", "a.main");
        Failure failure =
                new TestFailure("Failed", "so").frames(0, "a.run", "a.main").suppressing(closing);

        String text = text(failure);

        assertThat(text).isEqualTo("""
                        Failed: so
                        \tat a.run(A.java:1)
                        \tat a.main(A.java:1)
                        \tSuppressed:
                        \tClosing
                        \t\tat a.close(A.java:1)
                        \t\t... 1 common frames omitted""");
    }

    @Test
    void aChainWithoutEndEnds() {
        TestFailure circular = new TestFailure("Circular", "again");
        circular.causedBy(circular).suppressing(circular);

        assertThat(StackText.root(circular)).isSameAs(circular);
        assertThat(text(new TestFailure("Outer", null).causedBy(new TestFailure("Inner", null))))
                .isEqualTo("Inner\nWrapped by: Outer");
    }

    private static String text(Failure failure) {
        return (String) TestEvent.saying("x").failing(failure).json().get("exception");
    }
}
