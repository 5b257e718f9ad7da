package io.github.appkeys.e2e;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;

/** The browser windows of one test. Each has cookies and storage of its own. */
final class Windows implements AutoCloseable {

    /** How long to wait for what has to come, on a machine that is busy with other things. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Cookies of those who signed in before, so that each signs in once in a run. */
    private static final Map<String, String> SIGNED_IN = new ConcurrentHashMap<>();

    private final Browser browser;
    private final List<Console> open = new ArrayList<>();

    Windows(Browser browser) {
        this.browser = browser;
    }

    /** The console of realm master, at a realm, for the first administrator. */
    Console admin(TestRealm realm) {
        return admin(realm, options -> { });
    }

    /** The console of realm master, at a realm, for the first administrator, in a window made to measure. */
    Console admin(TestRealm realm, Consumer<Browser.NewContextOptions> measures) {
        return open(realm, "master", KeycloakServer.ADMIN, KeycloakServer.ADMIN, measures);
    }

    /** The realm's own console for one of its users. */
    Console own(TestRealm realm, String user, String password) {
        return open(realm, realm.name, user, password, options -> { });
    }

    /** @param home the realm that the user belongs to */
    Console open(TestRealm realm, String home, String user, String password,
            Consumer<Browser.NewContextOptions> measures) {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setViewportSize(1280, 900)
                .setLocale("en-US").setTimezoneId("UTC").setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setPermissions(List.of("clipboard-read", "clipboard-write"));
        measures.accept(options);
        String who = realm.server.url() + " " + home + " " + user;
        if (SIGNED_IN.containsKey(who)) {
            options.setStorageState(SIGNED_IN.get(who));
        }
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE.toMillis());
        Console console = new Console(context.newPage(), realm, home, user, password,
                () -> SIGNED_IN.put(who, context.storageState()));
        open.add(console);
        return console;
    }

    void keepEvidence(Path folder, String name, Throwable failure) {
        for (Console console : open) {
            String file = name + "-" + open.indexOf(console);
            try {
                Files.createDirectories(folder);
                StringWriter log = new StringWriter();
                console.log().forEach(line -> log.append(line).append('\n'));
                failure.printStackTrace(new PrintWriter(log));
                Files.writeString(folder.resolve(file + ".log"), log.toString());
                Files.writeString(folder.resolve(file + ".html"), console.page().content());
                Files.write(folder.resolve(file + ".png"), console.page().screenshot());
                System.err.println("The browser at the failure: " + folder.resolve(file) + ".png, .html and .log");
            } catch (PlaywrightException e) {
                System.err.println("No picture of the browser: " + e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        open.forEach(console -> console.page().context().close());
    }
}
