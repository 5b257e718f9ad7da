package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a browser gets of the admin console. What it makes out of it is tested in a browser. */
@Tag("smoke")
@ExtendWith(KeycloakExtension.class)
class ConsoleIT {

    private static final Pattern SCRIPT = Pattern.compile(
            "<script [^>]*src=\"([^\"]*/app-keys-[^\"]+\\.js)\"");

    @Test
    void theConsoleLoadsOurPage(KeycloakServer server) {
        Http.Response page = expect(200, Http.get(server.url() + "/admin/master/console/").send());

        Matcher script = SCRIPT.matcher(page.body());
        assertThat(script.find()).as(page.body()).isTrue();
        assertThat(page.body()).as("what our page finds the console's React by")
                .contains("\"react\":", "\"react-dom\":", "id=\"environment\"", "id=\"app\"");
        Http.Response ours = expect(200, Http.get(server.url() + script.group(1)).send());
        assertThat(ours.header("Content-Type")).contains("javascript");
    }
}
