package io.github.appkeys.core.passwordgrants;

import java.time.Instant;

/**
 * The password grants that one client got for one user.
 *
 * @param clientId the client
 * @param username the user, as he is called now
 * @param userId   the id of the user
 * @param firstAt  when the first one was
 * @param lastAt   when the last one was
 * @param count    how many there were
 * @param lastFrom from which address the last one came; may be null
 */
public record PasswordGrantUse(String clientId, String username, String userId, Instant firstAt, Instant lastAt,
        long count, String lastFrom) {
}
