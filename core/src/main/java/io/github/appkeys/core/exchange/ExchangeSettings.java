package io.github.appkeys.core.exchange;

/**
 * The settings of a realm that an exchange needs. Read each time that a client of the realm authenticates, stock
 * clients too, so reading them is cheap: nothing is parsed but two names.
 *
 * @param enabled          whether pairs can be exchanged
 * @param requireRole      whether a pair without a linked role is refused
 * @param shortHeaderNames whether {@link HeaderNames#SHORT} work beside the realm's headers
 * @param headerNames      the headers of the realm; null for the server's
 */
public record ExchangeSettings(boolean enabled, boolean requireRole, boolean shortHeaderNames,
        HeaderNames headerNames) {
}
