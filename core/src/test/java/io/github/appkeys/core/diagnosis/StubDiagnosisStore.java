package io.github.appkeys.core.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Pair;

/** Answers what a test sets. */
final class StubDiagnosisStore implements DiagnosisStore {

    final List<Attempts> attempts = new ArrayList<>();
    final List<String> appKeys = new ArrayList<>();
    final List<String> realms = new ArrayList<>();
    Owner owner;
    Use lastUse;
    Instant attemptsDroppedAt;

    @Override
    public List<String> similar(String realmId, Set<String> lowerCase) {
        return appKeys.stream().filter(appKey -> lowerCase.contains(appKey.toLowerCase())).toList();
    }

    @Override
    public List<String> realms(AppKey appKey) {
        return realms;
    }

    @Override
    public Optional<Owner> owner(AppToken token) {
        return Optional.ofNullable(owner);
    }

    @Override
    public List<String> compositesOf(String roleId) {
        return List.of();
    }

    @Override
    public List<Attempts> attempts(String realmId, Pair pair) {
        return attempts;
    }

    @Override
    public Optional<Instant> attemptsDroppedAt() {
        return Optional.ofNullable(attemptsDroppedAt);
    }

    @Override
    public Optional<Use> lastUse(Pair pair) {
        return Optional.ofNullable(lastUse);
    }
}
