package io.github.appkeys.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;

/**
 * The machine's nginx with the configuration of {@code docker/gateway/nginx}, and behind it an API that answers with
 * the headers that it got and the length of the body.
 */
public final class NginxServer implements AutoCloseable {

    private static final Path NJS = Path.of("/usr/lib/nginx/modules/ngx_http_js_module.so");

    private final Path folder;
    private final Process process;
    private final HttpServer api;
    private final int port;

    private NginxServer(Path folder, Process process, HttpServer api, int port) {
        this.folder = folder;
        this.process = process;
        this.api = api;
        this.port = port;
    }

    /** Whether this machine has nginx. */
    public static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":"), new String[] {"/usr/sbin"}).flatMap(Stream::of)
                .anyMatch(each -> Files.isExecutable(Path.of(each, "nginx")));
    }

    /** Whether it can keep answers. */
    public static boolean hasNjs() {
        return Files.exists(NJS);
    }

    /**
     * Starts it.
     *
     * @param keycloak where Keycloak is, as host and port
     * @param cached   whether answers are kept
     */
    public static NginxServer start(Path folder, String keycloak, String realm, boolean cached) throws IOException {
        HttpServer api = EchoApi.start();
        int port = freePort();
        Path files = Files.createDirectories(folder.resolve("app-keys"));
        for (Path file : files(gateway())) {
            Files.writeString(files.resolve(file.getFileName()), Files.readString(file)
                    .replace("/etc/nginx/app-keys", files.toString())
                    .replace("/dev/shm/app-keys", folder.resolve("cache").toString()));
        }
        if (cached) {
            Path check = files.resolve("check.conf");
            Files.writeString(check, Files.readString(check).replace("# include ", "include "));
        }
        Files.writeString(folder.resolve("server.conf"), Files.readString(gateway().resolve("app-keys.conf.template"))
                .replace("${KEYCLOAK_ADDRESS}", keycloak)
                .replace("${API_ADDRESS}", "127.0.0.1:" + api.getAddress().getPort())
                .replace("${REALM}", realm).replace("${GATEWAY_PORT}", "127.0.0.1:" + port)
                .replace("${APP_KEYS_DIR}", files.toString())
                .replace("${ACCESS_LOG}", folder.resolve("access.log").toString()));
        Path main = Files.writeString(folder.resolve("nginx.conf"), main(folder, files, cached));
        Process process = new ProcessBuilder("sh", "-c", "PATH=$PATH:/usr/sbin exec nginx -p \"$1\" -c \"$2\"", "sh",
                folder.toString(), main.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile()).start();
        NginxServer server = new NginxServer(folder, process, api, port);
        server.await();
        return server;
    }

    private static String main(Path folder, Path files, boolean cached) {
        return (cached ? "load_module " + NJS + ";\n" : "") + """
                daemon off;
                %3$s
                pid %1$s/nginx.pid;
                worker_processes 1;
                error_log %1$s/error.log warn;
                events { worker_connections 512; }
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    %2$s
                    include %1$s/server.conf;
                }
                """.formatted(folder, cached ? "include " + files + "/cache.conf;" : "",
                "root".equals(System.getProperty("user.name")) ? "user root;" : "");
    }

    /** The address of what is behind the gateway. */
    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** All that it wrote, access log included. */
    public String logs() {
        StringBuilder logs = new StringBuilder();
        for (String name : new String[] {"access.log", "error.log", "output.log"}) {
            try {
                logs.append(Files.readString(folder.resolve(name)));
            } catch (IOException e) {
                logs.append(name).append(": none\n");
            }
        }
        return logs.toString();
    }

    /** The folder where answers are kept. */
    public Path cache() {
        return folder.resolve("cache");
    }

    /** The folder of the repository with what belongs to gateways. */
    public static Path gateway() {
        return repository().resolve("docker/gateway/nginx");
    }

    @Override
    public void close() {
        process.destroy();
        api.stop(0);
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        Instant end = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
                return;
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        close();
        throw new IllegalStateException("nginx does not start: " + logs());
    }

    private static Iterable<Path> files(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.filter(file -> !file.toString().endsWith(".template")).toList();
        }
    }

    private static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("docker/gateway"))) {
            here = here.getParent();
        }
        return here;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port of an address. */
    public static String address(String url) {
        URI uri = URI.create(url);
        return "127.0.0.1:" + uri.getPort();
    }
}
