package io.github.appkeys.admin.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.github.appkeys.admin.http.CsvWriter;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.status.StatusReason;
import io.github.appkeys.core.store.KeycloakClock;

/** The inventory: one line per pair, without secrets. */
final class PairCsv implements PairPages.Format {

    /** Not those of {@link ArchivedPair}: an inventory has a status and one expiry instead of tokens. */
    private static final List<String> COLUMNS = List.of("appKey", "label", "status", "roles", "createdAt", "createdBy",
            "expiresAt", "lastUsedAt", "lastUsedFrom", "allowedNetworks", "contact", "statusReason", "decoy",
            "alarms");

    /** Separates several values of one cell. */
    private static final String SEPARATOR = "; ";

    private final CsvWriter csv;

    /** @param separator separates the values of a line */
    PairCsv(OutputStream out, char separator) throws IOException {
        this.csv = new CsvWriter(out, separator);
    }

    @Override
    public void start() throws IOException {
        csv.line(COLUMNS);
    }

    @Override
    public void page(PairPages.Page page) throws IOException {
        Instant now = KeycloakClock.now();
        for (Pair pair : page.pairs()) {
            csv.line(values(pair, now));
        }
        csv.flush();
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }

    private static List<String> values(Pair pair, Instant now) {
        Pair.Use used = pair.lastUse();
        return Arrays.asList(pair.appKey(), pair.label(), pair.status(now).name(), roles(pair),
                pair.createdAt().toString(), pair.createdBy(), expiresAt(pair, now),
                used == null ? null : used.at().toString(), used == null ? null : used.from(),
                String.join(SEPARATOR, pair.allowedNetworks().blocks()), pair.contact(),
                StatusReason.of(pair, now).map(Reason::name).orElse(null), String.valueOf(pair.isDecoy()),
                alarms(pair, now));
    }

    private static String alarms(Pair pair, Instant now) {
        return String.join(SEPARATOR, pair.openAlarms(now).stream()
                .map(alarm -> alarm.kind() + " " + alarm.lastAt()).toList());
    }

    private static String roles(Pair pair) {
        return String.join(SEPARATOR, pair.roles().stream().map(RoleRef::text).toList());
    }

    /** The latest end of its appTokens, the live ones if there are any; null if one of these never ends. */
    private static String expiresAt(Pair pair, Instant now) {
        List<Pair.Token> live = pair.liveTokens(now);
        List<TokenEnd> ends = (live.isEmpty() ? pair.tokens() : live).stream().map(Pair.Token::end).toList();
        return ends.stream().anyMatch(Objects::isNull) ? null
                : ends.stream().map(TokenEnd::at).max(Comparator.naturalOrder()).map(Instant::toString).orElse(null);
    }
}
