package io.github.appkeys.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test windows of its own in the one browser of a run. After a failure the folder {@code failures} in the
 * build's output has a picture and the browser's log of every window.
 */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Windows.class);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /** A browser that asks nobody anything and needs no sandbox, since it only sees our own server. */
    private static final List<String> OPTIONS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--font-render-hinting=none");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return executable().map(path -> ConditionEvaluationResult.enabled("Browser: " + path))
                .orElseGet(() -> ConditionEvaluationResult.disabled("No browser here: none of " + NAMES + " on PATH"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Windows.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Shared shared = context.getRoot().getStore(NAMESPACE)
                .getOrComputeIfAbsent(Shared.class, key -> Shared.launch(), Shared.class);
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(Windows.class,
                key -> new Windows(shared.browser), Windows.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Windows windows = context.getStore(NAMESPACE).get(Windows.class, Windows.class);
        if (windows != null) {
            context.getExecutionException().ifPresent(e -> windows.keepEvidence(target().resolve("failures"),
                    context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName()
                            + (context.getDisplayName().startsWith("[") ? " " + context.getDisplayName()
                                    .replaceAll("[^\\w\\[\\]-]+", " ").strip() : ""), e));
            windows.close();
        }
    }

    /** The build's output. */
    static Path target() {
        return Path.of(System.getProperty("e2e.target", "target"));
    }

    private static Optional<Path> executable() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    /** JUnit closes it when the run is over. */
    private record Shared(Playwright playwright, Browser browser) implements AutoCloseable {

        static Shared launch() {
            PlaywrightAssertions.setDefaultAssertionTimeout(Windows.PATIENCE.toMillis());
            Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Shared(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable().orElseThrow()).setArgs(OPTIONS)));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
