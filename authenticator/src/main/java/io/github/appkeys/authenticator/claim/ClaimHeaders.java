package io.github.appkeys.authenticator.claim;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The headers of a claim page: those of the realm, made stricter. */
final class ClaimHeaders {

    /**
     * Nothing from elsewhere and no script in the page itself. Templates of login themes have some; the one that would
     * hurt here goes to another page as soon as somebody signs in in another tab. What is needed of them is in our own
     * script.
     */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self' data:; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private ClaimHeaders() {
    }

    static void add(KeycloakSession session, LoginFormsProvider page) {
        // they would replace ours
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
