package io.github.appkeys.harness;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock of a server, which a test can set. A test that moves it puts it back. Access tokens of before end early,
 * so each call signs in anew.
 */
public final class TestClock implements AutoCloseable {

    private final String url;

    /** @param server one with the provider of tests in it */
    public TestClock(KeycloakServer server) {
        this.url = server.url() + "/realms/master/test-clock";
    }

    /** Makes the server believe that it is a certain moment. */
    public void set(Instant moment) {
        set(Duration.between(Instant.now(), moment));
    }

    /** Makes the server believe that it is so much later, or earlier, than it is. */
    public void set(Duration offset) {
        post("?offset=" + offset.toSeconds());
    }

    /** Runs a scheduled task of the server now, and waits until it is done. */
    public void run(String task) {
        post("/run?task=" + task);
    }

    /** Runs a scheduled task of the server now, even while another node or thread runs it, and waits for its end. */
    public void runUnguarded(String task) {
        post("/run?unguarded=true&task=" + task);
    }

    /** Puts the clock right. */
    @Override
    public void close() {
        set(Duration.ZERO);
    }

    private void post(String rest) {
        Http.Response response = Http.request("POST", url + rest).send();
        if (response.status() != 204) {
            throw new IllegalStateException("The test provider answers " + response.status() + ": " + response.body());
        }
    }
}
