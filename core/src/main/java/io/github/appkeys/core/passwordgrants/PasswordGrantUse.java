package io.github.appkeys.core.passwordgrants;

import java.time.Instant;

/**
 * The password grants that one client got for one user.
 *
 * @param clientId the client
 * @param username the current name of the user
 * @param userId   the id of the user
 * @param firstAt  the time of the first one
 * @param lastAt   the time of the last one
 * @param count    the number of grants
 * @param lastFrom the address of the last one; may be null
 */
public record PasswordGrantUse(String clientId, String username, String userId, Instant firstAt, Instant lastAt,
        long count, String lastFrom) {
}
