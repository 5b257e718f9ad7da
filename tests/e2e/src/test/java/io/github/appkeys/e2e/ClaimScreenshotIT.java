package io.github.appkeys.e2e;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.microsoft.playwright.Page;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.Secrets;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestRealm;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The picture of the claim page for README, before and after the reveal, beside the others. */
@BrowserTest
class ClaimScreenshotIT {

    @Test
    void beforeAndAfterTheReveal(KeycloakServer server, Windows windows) throws IOException {
        TestRealm realm = TestRealm.enabled(server);
        TestRealm.expect(204, realm.admin.put(realm.path(""), Map.of("displayName", "Shop")));
        TestClaim claim = realm.claimablePair(Map.of("label", "Marketplace", "appKey", "marketplace",
                "delivery", "LINK"));
        Page page = windows.admin(realm, window -> window.setViewportSize(700, 860)).page();
        page.navigate(claim.url());
        page.locator("#app-keys-claim-reveal").waitFor();
        BufferedImage before = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
        page.locator("#app-keys-claim-reveal").click();
        Secrets.remember(page.locator("#app-keys-claim-token").innerText());
        BufferedImage after = ImageIO.read(new ByteArrayInputStream(page.screenshot()));

        BufferedImage both = new BufferedImage(before.getWidth() + after.getWidth(), before.getHeight(),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = both.createGraphics();
        canvas.drawImage(before, 0, 0, null);
        canvas.drawImage(after, before.getWidth(), 0, null);
        canvas.dispose();

        Path folder = Files.createDirectories(BrowserExtension.target().resolve("screenshots"));
        ImageIO.write(both, "png", folder.resolve("claim.png").toFile());
    }
}
