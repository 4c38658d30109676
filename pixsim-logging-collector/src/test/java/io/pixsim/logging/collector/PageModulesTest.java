package io.pixsim.logging.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.pixsim.logging.collector.PageSources.Import;
import org.junit.jupiter.api.Test;

/** The modules of the page fit together, and none of them can do what a page of log lines must not do. */
class PageModulesTest {

    /** What comes from a WebJar; it is read where the build puts it. */
    private static final String PREACT = "preact.js";

    private static final Pattern NAMED = Pattern.compile("page/@version@/([^\"]+)\"");
    private static final Pattern REMOTE =
            Pattern.compile("(?i)\\b(https?|wss?)://(?!www\\.w3\\.org/2000/svg\")|[\"'(]//[a-z]");
    private static final Pattern MARKUP_OF_TEXT = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\\.write|createContextualFragment|DOMParser"
                    + "|srcdoc|\\beval\\b|new Function|setTimeout\\(\"|javascript:");
    /** Calls that take each element of a list as an argument of its own, of which a browser takes only so many. */
    private static final Pattern LIST_IN_A_CALL =
            Pattern.compile("(Math\\.(min|max)|\\.push|\\.unshift|fromCharCode|fromCodePoint)\\([^()]*\\.\\.\\.");

    private static final Pattern INLINE =
            Pattern.compile("(?i)<script(?![^>]*\\ssrc=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");

    private final Map<String, String> files = PageSources.all();

    @Test
    void theShellNamesEachFileOnce() {
        List<String> named = NAMED.matcher(files.get(PageSources.SHELL))
                .results()
                .map(name -> name.group(1))
                .filter(name -> !name.equals("main.js"))
                .toList();

        Stream<String> expected =
                files.keySet().stream().filter(Predicate.not(List.of(PageSources.SHELL, "main.js")::contains));
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(expected, Stream.of(PREACT)).toList());
    }

    @Test
    void noModuleRefersToWhatIsNotThere() throws Exception {
        String preact = new String(
                Collector.class.getResourceAsStream("page/" + PREACT).readAllBytes(), StandardCharsets.UTF_8);

        assertThat(imports()).isNotEmpty().allSatisfy(wanted -> {
            String source = wanted.to().equals(PREACT) ? preact : files.get(wanted.to());
            assertThat(source).as("%s imports %s", wanted.from(), wanted.to()).isNotNull();
            assertThat(PageSources.exports(source))
                    .as("%s of %s", wanted.names(), wanted.to())
                    .containsAll(wanted.names());
        });
    }

    @Test
    void eachExportIsUsed() {
        List<Import> imports = imports();

        files.forEach((module, source) -> {
            if (module.endsWith(".js")) {
                List<String> used = imports.stream()
                        .filter(wanted -> wanted.to().equals(module))
                        .flatMap(wanted -> wanted.names().stream())
                        .toList();
                assertThat(used).as(module).containsAll(PageSources.exports(source));
            }
        });
    }

    @Test
    void importsGoDownwardsOnly() {
        assertThat(imports())
                .allSatisfy(wanted -> assertThat(allowed(wanted.from()).test(wanted.to()))
                        .as("%s imports %s", wanted.from(), wanted.to())
                        .isTrue());
    }

    /** What is pure knows no document and no network; what asks the collector draws nothing. */
    private static Predicate<String> allowed(String module) {
        if (module.startsWith("model/")) {
            return to -> to.startsWith("model/");
        }
        if (module.startsWith("data/")) {
            return to -> to.startsWith("model/") || to.startsWith("data/");
        }
        return to -> true;
    }

    @Test
    void theModelKnowsNoDocument() {
        files.forEach((module, source) -> {
            if (module.startsWith("model/")) {
                assertThat(source)
                        .as(module)
                        .doesNotContainPattern("\\b(document|window\\.|localStorage|fetch\\(|navigator)\\b");
            }
        });
    }

    @Test
    void noFileNamesARemoteAddress() {
        assertThat(files)
                .allSatisfy((file, source) -> assertThat(source).as(file).doesNotContainPattern(REMOTE));
    }

    @Test
    void noFileMakesMarkupOfText() {
        assertThat(files)
                .allSatisfy((file, source) -> assertThat(source).as(file).doesNotContainPattern(MARKUP_OF_TEXT));
    }

    @Test
    void noListHoweverLongIsMadeArguments() {
        assertThat(files)
                .allSatisfy((file, source) -> assertThat(source).as(file).doesNotContainPattern(LIST_IN_A_CALL));
    }

    @Test
    void theShellHoldsNoScriptAndNoStyle() {
        assertThat(files.get(PageSources.SHELL)).doesNotContainPattern(INLINE);
    }

    private List<Import> imports() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".js"))
                .flatMap(file -> PageSources.imports(file.getKey(), file.getValue()).stream())
                .toList();
    }
}
