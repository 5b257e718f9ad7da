package io.github.appkeys.authenticator.claim;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.Pair.Claim;
import io.github.appkeys.core.service.pairs.IntegratorUrls;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.service.settings.ServerOptions;
import io.github.appkeys.core.store.KeycloakClock;
import jakarta.ws.rs.core.Response;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.beans.LocaleBean;

/** Renders the page of a claim link in the realm's login theme, with the template {@code app-keys-claim.ftl}. */
final class ClaimPage {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Locale locale;
    private final String code;

    ClaimPage(KeycloakSession session, String code) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.locale = session.getContext().resolveLocale(null);
        this.code = code;
    }

    Response render(ClaimView view) {
        LoginFormsProvider page = session.getProvider(LoginFormsProvider.class);
        String title = page.getMessage("appKeysClaim.title." + view.state());
        page.setActionUri(IntegratorUrls.claim(session, code))
                .setStatus(view.state().status())
                .setAttribute("claim", model(view));
        page.setAttributeMapper(attributes -> completed(attributes, title, view.state()));
        ClaimHeaders.add(session, page);
        return page.createForm("app-keys-claim.ftl");
    }

    private Map<String, Object> completed(Map<String, Object> attributes, String title, ClaimState state) {
        Map<String, Object> completed = new HashMap<>(attributes);
        completed.put("title", title);
        if (state == ClaimState.REVEALED && attributes.get("locale") instanceof LocaleBean language) {
            // another language would reload the page, which would no longer show the appToken
            completed.put("locale", Map.of("supported", List.of(), "current", language.getCurrent(),
                    "currentLanguageTag", language.getCurrentLanguageTag(), "rtl", language.isRtl()));
        }
        return completed;
    }

    private Map<String, Object> model(ClaimView view) {
        Map<String, Object> model = new HashMap<>();
        model.put("state", view.state().name());
        switch (view.state()) {
            case PENDING -> addPending(model, view.pair());
            case REVEALED -> addRevealed(model, view);
            case CLAIMED -> model.put("at", text(view.pair().claim().claimedAt()));
            case EXPIRED -> model.put("at", text(view.pair().claim().expiresAt()));
            default -> { }
        }
        return model;
    }

    private void addPending(Map<String, Object> model, Pair pair) {
        Claim claim = pair.claim();
        addNames(model, pair);
        model.put("at", text(claim.expiresAt()));
        if (!pair.liveTokens(KeycloakClock.now()).isEmpty()) {
            model.put("overlap", claim.overlapSeconds() != null && claim.overlapSeconds() == 0 ? "none" : "some");
        }
    }

    private void addRevealed(Map<String, Object> model, ClaimView view) {
        Instant now = KeycloakClock.now();
        HeaderNames headers = ServerOptions.current()
                .effectiveHeaderNames(RealmSettingsAttributes.read(realm).headerNames());
        addNames(model, view.pair());
        model.put("appToken", view.appToken().reveal());
        model.put("tokenUrl", IntegratorUrls.token(session).toString());
        model.put("appKeyHeader", headers.appKey());
        model.put("appTokenHeader", headers.appToken());
        view.pair().tokens().stream().filter(token -> token.id().equals(view.pair().currentTokenId())
                && token.end() != null).findFirst().ifPresent(token -> model.put("expiresAt", text(token.end().at())));
        view.pair().renewal(now).ifPresent(renewal -> {
            model.put("overlap", renewal.finishAt() == null ? "open" : "some");
            model.put("finishAt", renewal.finishAt() == null ? "" : text(renewal.finishAt()));
        });
    }

    private static void addNames(Map<String, Object> model, Pair pair) {
        model.put("appKey", pair.appKey());
        model.put("label", pair.label() == null ? pair.appKey() : pair.label());
    }

    private String text(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(locale)
                .format(moment.atOffset(ZoneOffset.UTC)) + " UTC";
    }
}
