package io.github.appkeys.authenticator.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.appkeys.core.leaks.AlarmStore;
import io.github.appkeys.core.leaks.LeakPartner;
import io.github.appkeys.core.leaks.LeakSettings;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.service.settings.LeakAttributes;
import io.github.appkeys.core.store.AppKeyStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What a partner with a valid signature gets: which of the tokens are real. A token is named by its SHA-256 in Base64,
 * never by itself.
 */
final class PartnerAnswer {

    private static final String TRUE = "true_positive";
    private static final String FALSE = "false_positive";
    private static final String TYPE = "keycloak_app_token";
    private static final int MAX_TYPE = 100;

    /** One token, in the form of GitHub's partner programme. */
    record Label(@JsonProperty("token_hash") String tokenHash, @JsonProperty("token_type") String tokenType,
            String label) {
    }

    private PartnerAnswer() {
    }

    /** A label for each entry, in the order of the report. */
    static List<Label> of(KeycloakSession session, LeakPartner partner, List<LeakReport> reports) {
        Set<String> real = real(session, partner, reports);
        return reports.stream().map(report -> new Label(hash(report.sent()), type(report.type()),
                report.token().filter(token -> real.contains(token.hash().hex())).isPresent() ? TRUE : FALSE))
                .toList();
    }

    /** Of realms that trust the same key: no partner of one realm learns what is real in another one. */
    private static Set<String> real(KeycloakSession session, LeakPartner partner, List<LeakReport> reports) {
        List<String> hashes = reports.stream().flatMap(report -> report.token().stream())
                .map(token -> token.hash().hex()).distinct().toList();
        AlarmStore alarms = session.getProvider(AppKeyStore.class).alarms();
        Map<String, Boolean> trusting = new HashMap<>();
        Set<String> real = new HashSet<>();
        for (int i = 0; i < hashes.size(); i += AlarmStore.MAX_HASHES) {
            alarms.owners(hashes.subList(i, Math.min(i + AlarmStore.MAX_HASHES, hashes.size()))).stream()
                    .filter(owner -> trusting.computeIfAbsent(owner.realmId(), id -> trusts(session, id, partner)))
                    .forEach(owner -> real.add(owner.hash()));
        }
        return real;
    }

    private static boolean trusts(KeycloakSession session, String realmId, LeakPartner partner) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return false;
        }
        LeakSettings leaks = LeakAttributes.read(realm);
        return leaks.reports() && leaks.partners().stream().anyMatch(partner::hasSameKey);
    }

    private static String type(String sent) {
        return sent == null || sent.length() > MAX_TYPE || AppToken.looksLikeOne(sent) ? TYPE : sent;
    }

    private static String hash(String sent) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(sent.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
