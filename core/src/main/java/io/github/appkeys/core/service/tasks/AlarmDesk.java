package io.github.appkeys.core.service.tasks;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import io.github.appkeys.core.Failures;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.leaks.AlarmStore;
import io.github.appkeys.core.leaks.CleartextAction;
import io.github.appkeys.core.leaks.LeakSettings;
import io.github.appkeys.core.leaks.Sighting;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.compat.PersistenceFailures;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.pairs.Issuance;
import io.github.appkeys.core.service.settings.LeakAttributes;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.service.tasks.AlarmCounters.Outcome;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.jboss.logging.Logger;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Handles what was seen of appTokens: finds their pairs, keeps and tells it, and ends a leaked one where its realm
 * wants that. Each appToken has a transaction of its own.
 */
final class AlarmDesk {

    private static final Logger LOG = Logger.getLogger(AlarmDesk.class);
    /** Another node may add the same alarm at the same moment. */
    private static final int TRIES = 2;

    private final KeycloakSessionFactory factory;

    AlarmDesk(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /**
     * Handles sightings. Never throws.
     *
     * @return those that could not be looked up, to be tried again
     */
    List<Sighting> take(List<Sighting> sightings) {
        Map<String, List<Sighting>> byHash = sightings.stream().collect(groupingBy(Sighting::hash));
        List<String> hashes = List.copyOf(byHash.keySet());
        List<Sighting> left = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i += AlarmStore.MAX_HASHES) {
            List<String> page = hashes.subList(i, Math.min(i + AlarmStore.MAX_HASHES, hashes.size()));
            try {
                List<AlarmStore.Owner> owners = KeycloakModelUtils.runJobInTransactionWithResult(factory,
                        session -> alarms(session).owners(page));
                owners.forEach(owner -> byHash.get(owner.hash()).forEach(sighting -> handle(owner, sighting)));
                long known = owners.stream().map(AlarmStore.Owner::hash).distinct()
                        .filter(hash -> isReported(byHash.get(hash))).count();
                long reported = page.stream().filter(hash -> isReported(byHash.get(hash))).count();
                AlarmCounters.count(Outcome.KNOWN, known);
                AlarmCounters.count(Outcome.UNKNOWN, reported - known);
            } catch (RuntimeException e) {
                LOG.warnf("What was seen of appTokens could not be looked up and is kept: %s",
                        e.getClass().getSimpleName());
                page.forEach(hash -> left.addAll(byHash.get(hash)));
            }
        }
        return left;
    }

    /** Ends the leaked appTokens whose time has come. */
    void endDue() {
        Instant now = KeycloakClock.now();
        List<AlarmStore.Owner> due = KeycloakModelUtils.runJobInTransactionWithResult(factory,
                session -> alarms(session).ending(now, AlarmStore.MAX_HASHES));
        due.forEach(owner -> guarded(owner, (session, realm) -> {
            Optional<Pair> pair = new AppKeyService(session, realm).find(owner.appKey());
            if (pair.isPresent() && end(session, realm, owner, pair.get(), TokenEnd.Cause.LEAKED)) {
                event(session, realm, owner, Pair.AlarmKind.LEAKED)
                        .detail(NoticeEvents.LEAK_ACTION, NoticeEvents.ENDED)
                        .success();
            }
            return true;
        }));
    }

    private static boolean isReported(List<Sighting> sightings) {
        return sightings.stream().anyMatch(sighting -> sighting.kind() == Pair.AlarmKind.LEAKED);
    }

    private void handle(AlarmStore.Owner owner, Sighting sighting) {
        if (sighting.realmId() == null || sighting.realmId().equals(owner.realmId())) {
            guarded(owner, (session, realm) -> note(session, realm, owner, sighting));
        }
    }

    private void guarded(AlarmStore.Owner owner, BiFunction<KeycloakSession, RealmModel, Boolean> work) {
        for (int left = TRIES - 1; left >= 0; left--) {
            try {
                KeycloakModelUtils.runJobInTransaction(factory, session -> {
                    RealmModel realm = session.realms().getRealm(owner.realmId());
                    if (realm != null) {
                        session.getContext().setRealm(realm);
                        work.apply(session, realm);
                    }
                });
                return;
            } catch (RuntimeException e) {
                // a listener of events fails after the commit: then another try would count it twice
                if (left == 0 || !PersistenceFailures.isDuplicate(e) && !PersistenceFailures.isLockTimeout(e)) {
                    LOG.errorf("What was seen of an appToken of appKey %s could not be handled: %s", owner.appKey(),
                            Failures.chain(e));
                    return;
                }
            }
        }
    }

    private static boolean note(KeycloakSession session, RealmModel realm, AlarmStore.Owner owner,
            Sighting sighting) {
        LeakSettings leaks = LeakAttributes.read(realm);
        boolean leaked = sighting.kind() == Pair.AlarmKind.LEAKED;
        Optional<Pair> pair = new AppKeyService(session, realm).find(owner.appKey());
        if (pair.isEmpty() || leaked && !leaks.reports()
                || sighting.kind() == Pair.AlarmKind.ENDED_TOKEN && !pair.get().isSucceeded(owner.tokenId())) {
            return false;
        }
        Instant now = KeycloakClock.now();
        boolean live = pair.get().liveTokens(now).stream().anyMatch(token -> token.id().equals(owner.tokenId()));
        boolean cleartext = sighting.kind() == Pair.AlarmKind.CLEARTEXT;
        if (cleartext && !live) {
            return false;
        }
        CleartextAction action = RealmSettingsAttributes.cleartext(realm);
        Instant endsAt = cleartext && action == CleartextAction.END ? now
                : leaked && live ? leaks.endsAt(now) : null;
        boolean ended = endsAt != null && !endsAt.isAfter(now)
                && end(session, realm, owner, pair.get(), cleartext ? TokenEnd.Cause.DISCLOSED : TokenEnd.Cause.LEAKED);
        boolean isNew = alarms(session).note(owner, sighting, ended ? null : endsAt);
        if (isNew || ended) {
            EventBuilder event = event(session, realm, owner, sighting.kind());
            if (leaked) {
                event.detail(NoticeEvents.LEAK, sighting.place())
                        .detail(NoticeEvents.LEAK_ACTION, live ? leaks.action().name() : NoticeEvents.ENDED)
                        .detail(NoticeEvents.LEAK_PARTNER, sighting.partner());
            } else {
                event.ipAddress(sighting.address())
                        .detail(NoticeEvents.LEAK_ACTION, cleartext ? action.name() : null);
            }
            event.success();
        }
        AlarmCounters.count(sighting.kind(), sighting.times());
        return true;
    }

    /** A renewal goes on with the other appToken. */
    private static boolean end(KeycloakSession session, RealmModel realm, AlarmStore.Owner owner, Pair pair,
            TokenEnd.Cause cause) {
        alarms(session).forgetEnd(owner.tokenId());
        return Issuance.renewals(session, realm).endDisclosed(pair, owner.tokenId(), cause);
    }

    private static EventBuilder event(KeycloakSession session, RealmModel realm, AlarmStore.Owner owner,
            Pair.AlarmKind kind) {
        return new EventBuilder(realm, session).event(EventType.CLIENT_UPDATE)
                .client(owner.appKey())
                .detail(NoticeEvents.NOTICE, kind.name())
                .detail(NoticeEvents.TOKEN, owner.tokenId());
    }

    private static AlarmStore alarms(KeycloakSession session) {
        return session.getProvider(AppKeyStore.class).alarms();
    }
}
