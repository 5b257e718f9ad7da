package io.github.appkeys.demo;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;

/** What {@code mvn -Pdemo} runs: starts a server, tells the story, and keeps the server running. */
public final class Demo {

    private Demo() {
    }

    /**
     * @param args the unpacked distribution, the folder to run in, our jar, the realm's file, the port, and whether to
     *             end after the story
     */
    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[1]);
        String realm = Files.readString(Path.of(args[3]));
        int port = Integer.parseInt(args[4]);
        boolean once = Boolean.parseBoolean(args[5]);
        requireFree(port);
        System.out.printf("%nStarting Keycloak on http://localhost:%d (its log: %s) …%n", port,
                home.resolve("data/server.log"));
        try (DistributionServer server = DistributionServer.start(Path.of(args[0]), home, List.of(Path.of(args[2])),
                Database.h2(home.resolve("data/h2")), port, List.of())) {
            new Story(server, realm).tell();
            if (!once) {
                System.out.printf("%nKeycloak runs on. Admin console: %s/admin/ (admin/admin). Stop it with Ctrl-C.%n",
                        server.url());
                server.join();
            }
        }
    }

    private static void requireFree(int port) {
        try {
            new ServerSocket(port).close();
        } catch (IOException e) {
            throw new IllegalStateException("Port " + port + " is taken. Choose another with -Ddemo.port=…", e);
        }
    }
}
