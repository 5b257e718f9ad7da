package io.github.appkeys.core.settings;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.leaks.CleartextAction;
import io.github.appkeys.core.leaks.LeakSettings;
import io.github.appkeys.core.passwordgrants.PasswordGrants;

/**
 * A realm's settings for app keys.
 *
 * @param enabled               whether pairs can be exchanged
 * @param requireRole           whether a pair without a linked role is refused
 * @param defaultOverlapSeconds how long the old appToken works on in a renewal that says nothing else; 0 to 10 years
 * @param maxTokenAgeSeconds    how long an appToken lives at most; 0 for no limit, at most 10 years
 * @param idleDays              after how many days without use an appToken is switched off; 0 for never, at most 10
 *                              years
 * @param claimLinkSeconds      how long a claim link can be used; one minute to 30 days
 * @param gatewayMaxAge         for how many seconds a gateway may keep an answer of the gateway check; 0 for not at
 *                              all, at most one minute
 * @param guardAdministrators   whether key managers, too, may not end a pair in use by Keycloak's own calls
 * @param shortHeaderNames      whether {@link HeaderNames#SHORT} work beside the realm's headers
 * @param headerNames           the headers of this realm; null for the server's
 * @param passwordGrants        what the realm wants with password grants
 * @param strictRoles           whether a pair is refused whose access token would hold roles that it does not have
 * @param selfRenewal           whether the holder of an appToken may renew it
 * @param leaks                 what the realm does with reports of leaked appTokens
 * @param cleartext             what becomes of an appToken that was sent without TLS
 */
public record RealmSettings(boolean enabled, boolean requireRole, long defaultOverlapSeconds, long maxTokenAgeSeconds,
        long idleDays, long claimLinkSeconds, long gatewayMaxAge, boolean guardAdministrators,
        boolean shortHeaderNames, HeaderNames headerNames, PasswordGrants passwordGrants, boolean strictRoles,
        boolean selfRenewal, LeakSettings leaks, CleartextAction cleartext) {

    private static final long MAX_DAYS = 10L * 365;

    public static final Bound OVERLAP = new Bound("defaultOverlapSeconds", 0, MAX_DAYS * 24 * 3600);
    public static final Bound TOKEN_AGE = new Bound("maxTokenAgeSeconds", 0, MAX_DAYS * 24 * 3600);
    public static final Bound IDLE_DAYS = new Bound("idleDays", 0, MAX_DAYS);
    public static final Bound CLAIM_LINK = new Bound("claimLinkSeconds", 60, 30L * 24 * 3600);
    public static final Bound GATEWAY_MAX_AGE = new Bound("gatewayMaxAge", 0, 60);

    /** What holds in a realm where nothing was set. The overlap is a week, and a claim link lives for a day. */
    public static final RealmSettings DEFAULT = new RealmSettings(false, true, 7 * 24 * 3600, 0, 0, 24 * 3600, 1,
            true, true, null, PasswordGrants.DEFAULT, false, false, LeakSettings.DEFAULT,
            CleartextAction.TELL);

    /** @throws InvalidValueException where a number is out of its bounds */
    public RealmSettings {
        OVERLAP.check(defaultOverlapSeconds);
        TOKEN_AGE.check(maxTokenAgeSeconds);
        IDLE_DAYS.check(idleDays);
        CLAIM_LINK.check(claimLinkSeconds);
        GATEWAY_MAX_AGE.check(gatewayMaxAge);
    }
}
