package io.github.appkeys.core.service.compat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

import org.infinispan.Cache;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.infinispan.entities.CachedUser;
import org.keycloak.models.cache.infinispan.entities.Revisioned;
import org.keycloak.models.cache.infinispan.entities.UserListQuery;

/**
 * Looks into Keycloak's user cache without ever reading the database, which no method of its own can do. Keys and
 * entries are those of its {@code UserCacheSession}, the same in 26.4, 26.5 and 26.7; only the type of a revision
 * differs ({@code Long} in 26.4, {@code long} since). Where a later version has others, nothing is found here, and each
 * exchange costs one query, as without a cache.
 */
public final class CachedUsers {

    private static final MethodHandle REVISION = revision();

    private CachedUsers() {
    }

    /**
     * What is kept beside a cached user: a map that lives and dies with the cache entry.
     *
     * @param username in lower case
     */
    public static Optional<ConcurrentMap<Object, Object>> keptWith(KeycloakSession session, RealmModel realm,
            String username) {
        InfinispanConnectionProvider caches = session.getProvider(InfinispanConnectionProvider.class);
        if (caches == null) {
            return Optional.empty();
        }
        Cache<String, Revisioned> users = caches.getCache(InfinispanConnectionProvider.USER_CACHE_NAME);
        Cache<String, Long> revisions = caches.getCache(InfinispanConnectionProvider.USER_REVISIONS_CACHE_NAME);
        return current(users, revisions, realm.getId() + ".username." + username, UserListQuery.class)
                .flatMap(query -> query.getUsers().stream().findFirst())
                .flatMap(id -> current(users, revisions, id, CachedUser.class))
                .filter(user -> realm.getId().equals(user.getRealm()))
                .map(CachedUsers::map);
    }

    /** An entry, unless it was overtaken by a later change, as in Keycloak's CacheManager.get. */
    private static <T extends Revisioned> Optional<T> current(Cache<String, Revisioned> users,
            Cache<String, Long> revisions, String key, Class<T> type) {
        Revisioned entry = users.get(key);
        Long revision = type.isInstance(entry) ? revisions.get(key) : null;
        return revision != null && revision <= revision(entry) ? Optional.of(type.cast(entry)) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static ConcurrentMap<Object, Object> map(CachedUser user) {
        return user.getCachedWith();
    }

    private static long revision(Revisioned entry) {
        try {
            return (long) REVISION.invokeExact(entry);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle revision() {
        try {
            return MethodHandles.publicLookup().unreflect(Revisioned.class.getMethod("getRevision"))
                    .asType(MethodType.methodType(long.class, Revisioned.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
