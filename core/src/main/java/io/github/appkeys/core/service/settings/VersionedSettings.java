package io.github.appkeys.core.service.settings;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.appkeys.core.settings.RealmSettings;

/**
 * Settings as they were read, with what tells later changes apart.
 *
 * @param settings what they are
 * @param revision the revision that they had in the database; null where none were saved yet
 */
public record VersionedSettings(RealmSettings settings, String revision) {

    private static final int VERSION_LENGTH = 12;

    static VersionedSettings of(Map<String, String> values, Optional<String> revision) {
        return new VersionedSettings(RealmSettingsAttributes.read(values::get), revision.orElse(null));
    }

    /** A text that differs where the settings differ, however they were changed. */
    public String version() {
        try {
            String content = new TreeMap<>(RealmSettingsAttributes.of(settings)).toString();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).toString(Character.MAX_RADIX).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
