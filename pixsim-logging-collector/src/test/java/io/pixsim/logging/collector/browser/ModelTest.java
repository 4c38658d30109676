package io.pixsim.logging.collector.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The modules that need no page around them, by tests in their own language: {@code src/test/resources/page}. */
@ExtendWith(Chromium.class)
class ModelTest {

    private static final Path TESTS = Path.of("src/test/resources/page");
    private static final Pattern VERSION = Pattern.compile("page/([0-9a-f]{16})/");

    @TempDir
    static Path folder;

    private static Site site;
    private static Page page;

    @BeforeAll
    static void start(Browser browser) throws IOException {
        site = Site.start(folder, browser);
        page = site.open("");
        String version = VERSION.matcher(page.content())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        page.route("**/tests/*", route -> {
            String name = route.request().url().replaceAll(".*/", "");
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/javascript")
                    .setBody(read(TESTS.resolve(name)).replace("@page/", "/page/" + version + "/")));
        });
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @TestFactory
    Stream<DynamicTest> tests() throws IOException {
        List<Path> modules;
        try (Stream<Path> paths = Files.list(TESTS)) {
            modules = paths.filter(path -> path.toString().endsWith(".test.js"))
                    .sorted()
                    .toList();
        }
        return modules.stream().flatMap(module -> testsOf(module.getFileName().toString()));
    }

    private static Stream<DynamicTest> testsOf(String module) {
        @SuppressWarnings("unchecked")
        List<String> names = (List<String>)
                page.evaluate("name => import(`/tests/${name}`).then((all) => Object.keys(all.tests))", module);
        assertThat(names).as(module).isNotEmpty();
        return names.stream()
                .map(name -> DynamicTest.dynamicTest(
                        module + ": " + name,
                        () -> page.evaluate(
                                "([module, name]) => import(`/tests/${module}`).then((all) => all.tests[name]())",
                                List.of(module, name))));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
