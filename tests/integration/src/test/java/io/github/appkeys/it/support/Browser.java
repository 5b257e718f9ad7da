package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.TestRealm;

/** As much of a browser as Keycloak's login pages need: cookies, redirects and the one form of a page. */
public final class Browser {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String home;

    public Browser(String home) {
        this.home = home;
    }

    /** Opens a page of the server. The answer is that page, or the redirect that leads away from the server. */
    public Http.Response open(String url) {
        return follow(url, send(Http.get(url)));
    }

    /** Sends the form of a page with its hidden fields. */
    public Http.Response submit(Http.Response page, Map<String, String> fields) {
        Matcher action = ACTION.matcher(expect(200, page).body());
        if (!action.find()) {
            throw new AssertionError("No form in " + page.body());
        }
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            all.put(hidden.group(1), unescaped(hidden.group(2)));
        }
        all.putAll(fields);
        String url = URI.create(home + "/").resolve(unescaped(action.group(1))).toString();
        return follow(url, send(Http.request("POST", url).body(TestRealm.FORM, Http.form(all))));
    }

    private Http.Response follow(String from, Http.Response response) {
        String url = from;
        Http.Response current = response;
        while (current.status() / 100 == 3) {
            url = URI.create(url).resolve(current.header("Location")).toString();
            if (!url.startsWith(home + "/")) {
                return current;
            }
            current = send(Http.get(url));
        }
        return current;
    }

    private Http.Response send(Http.Request request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
        }
        Http.Response response = request.send();
        response.headers().allValues("Set-Cookie").forEach(cookie -> {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        return response;
    }

    private static String unescaped(String html) {
        return html.replace("&amp;", "&").replace("&#61;", "=").replace("&quot;", "\"");
    }
}
