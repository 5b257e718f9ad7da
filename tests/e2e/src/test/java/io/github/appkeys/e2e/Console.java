package io.github.appkeys.e2e;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.github.appkeys.harness.TestRealm;

/** Keycloak's admin console in one window, and our section in it. */
final class Console {

    /** Where anything that is still on its way shows. */
    private static final String BUSY = ".pf-v5-c-spinner, .pf-v5-c-skeleton, [aria-busy=true]";

    private final Page page;
    private final TestRealm realm;
    private final String home;
    private final String user;
    private final String password;
    private final Runnable onSignIn;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final List<String> crashes = Collections.synchronizedList(new ArrayList<>());
    private final Set<Request> pending = ConcurrentHashMap.newKeySet();

    Console(Page page, TestRealm realm, String home, String user, String password, Runnable onSignIn) {
        this.page = page;
        this.realm = realm;
        this.home = home;
        this.user = user;
        this.password = password;
        this.onSignIn = onSignIn;
        page.onConsoleMessage(message -> log.add(message.type() + ": " + message.text()));
        page.onPageError(error -> crashes.add(error));
        page.onRequest(request -> {
            if (request.url().startsWith("http")) {
                pending.add(request);
            }
        });
        // whatever the page before was waiting for will not come, and the browser does not always say so
        page.onResponse(response -> {
            if (response.request().isNavigationRequest() && response.frame() == page.mainFrame()) {
                pending.clear();
            }
        });
        page.onRequestFinished(pending::remove);
        page.onRequestFailed(pending::remove);
    }

    Page page() {
        return page;
    }

    /** What the browser's console says. */
    List<String> log() {
        synchronized (log) {
            List<String> all = new ArrayList<>(log);
            crashes.forEach(crash -> all.add("crash: " + crash));
            return all;
        }
    }

    /** Errors that nobody caught. */
    List<String> crashes() {
        return List.copyOf(crashes);
    }

    /** What the server refuses our pages from here on. */
    List<String> refusals() {
        List<String> refused = new CopyOnWriteArrayList<>();
        page.onResponse(response -> {
            if (response.status() >= 400 && response.url().contains("/admin/realms/")
                    && page.url().contains("/app-keys")) {
                refused.add(response.status() + " " + response.request().method() + " " + response.url());
            }
        });
        return refused;
    }

    /** Something by its {@code data-testid}. */
    Locator id(String testId) {
        return page.getByTestId(testId);
    }

    /** The field that has a {@code data-testid} or is in what has it. */
    Locator field(String testId) {
        String named = "[data-testid=\"" + testId + "\"]";
        return page.locator(named + ":is(input,textarea,select), " + named + " :is(input,textarea,select)").first();
    }

    /** The address of a page of the console at the realm. */
    String url(String path) {
        return realm.server.url() + "/admin/" + home + "/console/#/" + realm.name + path;
    }

    /** Loads a page of the console as a bookmark would, and signs in where it is asked for. */
    Console load(String path) {
        page.navigate("about:blank");
        pending.clear();
        page.navigate(url(path));
        signIn();
        return this;
    }

    /** Signs in where it is asked for, and waits for the console. */
    void signIn() {
        Locator form = page.locator("#kc-login");
        Locator console = page.locator("#app .pf-v5-c-page__main");
        console.or(form).first().waitFor();
        if (form.isVisible()) {
            page.locator("#username").fill(user);
            page.locator("#password").fill(password);
            form.click();
            console.waitFor();
            onSignIn.run();
        }
    }

    /** Our list, by a click on the nav item. */
    Console appKeys() {
        id("nav-item-app-keys").click();
        return this;
    }

    /** Goes to a page of the console without loading the console again. */
    Console go(String path) {
        page.evaluate("path => { location.hash = path; }", "/" + realm.name + path);
        return this;
    }

    /** Goes to the page of a pair. */
    Console pair(String appKey) {
        return pair(appKey, "");
    }

    /** @param tab with a slash before it; empty for the first */
    Console pair(String appKey, String tab) {
        go("/app-keys/key/" + appKey + tab);
        id("app-key-detail").waitFor();
        return this;
    }

    /** Fills in the form for a new pair and sends it, up to the reveal. */
    Revealed create(String label) {
        id("app-keys-create").click();
        field("app-key-label").fill(label);
        id("app-key-save").click();
        return reveal();
    }

    /** What the reveal shows. */
    Revealed reveal() {
        id("reveal").waitFor();
        return new Revealed(text("reveal-app-key"), text("reveal-app-token"));
    }

    /** Closes the reveal as its text demands. */
    Console closeReveal() {
        id("reveal-saved").check();
        id("reveal-close").click();
        id("reveal").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return this;
    }

    /** Links roles in the picker that is open. @param roles as {@code client:name} or {@code name} */
    Console pick(String... roles) {
        for (String role : roles) {
            field("role-picker-search").fill(role.substring(role.indexOf(':') + 1));
            field("role-picker-search").press("Enter");
            id("role-picker-row-" + role).locator("input").first().check();
        }
        id("role-picker-link").click();
        for (String role : roles) {
            id("linked-role-" + role).waitFor();
        }
        return this;
    }

    /** Flips a switch: PatternFly hides the field behind a drawing, in one label with it. */
    Console flip(String testId) {
        page.locator("label").filter(new Locator.FilterOptions().setHas(field(testId))).click();
        return this;
    }

    /** Says yes in the dialog that asks. */
    Console confirm() {
        id("confirm-ok").click();
        id("confirm-dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return this;
    }

    /** The value of a field, or the text of anything else. */
    String text(String testId) {
        Locator field = field(testId);
        id(testId).waitFor();
        return field.count() > 0 ? field.inputValue() : id(testId).innerText().strip();
    }

    /** Waits until nothing is on its way any more: no request, and no sign of one. */
    Console settled() {
        awaitQuiet();
        page.evaluate("() => document.fonts.ready.then(() => new Promise(done =>"
                + " requestAnimationFrame(() => requestAnimationFrame(done))))");
        awaitQuiet();
        return this;
    }

    private void awaitQuiet() {
        try {
            page.waitForCondition(() -> pending.isEmpty() && page.locator(BUSY).count() == 0);
        } catch (TimeoutError e) {
            throw new AssertionError(page.locator(BUSY).count() + " signs of work, and on its way: "
                    + pending.stream().map(Request::url).toList(), e);
        }
    }

    /** Waits until the address ends so. */
    Console at(String path) {
        page.waitForCondition(() -> page.url().endsWith("#/" + realm.name + path));
        return this;
    }

    /**
     * A pair as the reveal shows it.
     *
     * @param appKey   the public half
     * @param appToken the secret half
     */
    record Revealed(String appKey, String appToken) {
    }
}
