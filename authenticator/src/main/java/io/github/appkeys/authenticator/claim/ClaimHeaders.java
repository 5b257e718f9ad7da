package io.github.appkeys.authenticator.claim;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The headers of a claim page: the security headers of the realm, with stricter values. */
final class ClaimHeaders {

    /**
     * Nothing from other origins and no inline script. Templates of login themes have inline scripts; one of them
     * would leave this page as soon as a user signs in in another tab. What this page needs of them is in its own
     * script.
     */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self' data:; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private ClaimHeaders() {
    }

    static void add(KeycloakSession session, LoginFormsProvider page) {
        // Keycloak would replace the headers set here
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        RealmModel realm = session.getContext().getRealm();
        for (BrowserSecurityHeaders header : BrowserSecurityHeaders.values()) {
            String value = realm.getBrowserSecurityHeaders().getOrDefault(header.getKey(), header.getDefaultValue());
            if (value != null && !value.isEmpty()) {
                page.setResponseHeader(header.getHeaderName(), value);
            }
        }
        page.setResponseHeader(BrowserSecurityHeaders.CONTENT_SECURITY_POLICY.getHeaderName(), POLICY);
        page.setResponseHeader(BrowserSecurityHeaders.X_FRAME_OPTIONS.getHeaderName(), "DENY");
        page.setResponseHeader(BrowserSecurityHeaders.REFERRER_POLICY.getHeaderName(), "no-referrer");
        page.setResponseHeader("Cache-Control", "no-store");
    }
}
