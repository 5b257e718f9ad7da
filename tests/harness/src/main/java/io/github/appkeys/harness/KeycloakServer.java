package io.github.appkeys.harness;

import java.util.List;
import java.util.Optional;

/** A running server. The first administrator is admin with the password admin. */
public interface KeycloakServer extends AutoCloseable {

    /** Name and password of the first administrator, in realm master. */
    String ADMIN = "admin";

    /** How {@code kcadm.sh} signs in. */
    static List<String> kcadmLogin(String url) {
        return List.of("--no-config", "--server", url, "--realm", "master", "--user", ADMIN, "--password", ADMIN);
    }

    /** Where it listens, without a slash at the end. */
    String url();

    /** Where it tells its health and metrics, without a slash at the end. */
    String managementUrl();

    /** Everything it has logged. */
    ServerLog log();

    /** The database it works on, where it can be reached from here. */
    Optional<Database> database();

    /** Runs {@code bin/kcadm.sh} of the server, where it runs, as the first administrator. */
    CommandResult kcadm(String... arguments);

    /** Stops it and waits until it is gone. */
    @Override
    void close();
}
