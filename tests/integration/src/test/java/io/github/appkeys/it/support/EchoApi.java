package io.github.appkeys.it.support;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;

/** An API that answers with the headers that it got and the length of the body; at {@code /broken} with status 500. */
public final class EchoApi {

    private EchoApi() {
    }

    /** Starts one on a free port. */
    public static HttpServer start() throws IOException {
        HttpServer api = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        api.createContext("/", exchange -> {
            long length = exchange.getRequestBody().readAllBytes().length;
            StringBuilder text = new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + length + "\n");
            exchange.getRequestHeaders().forEach((name, values) -> values.forEach(value -> text.append(name)
                    .append(": ").append(value).append('\n')));
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            int status = exchange.getRequestURI().getPath().equals("/broken") ? 500 : 200;
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, isHead ? -1 : bytes.length);
            if (!isHead) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        api.start();
        return api;
    }
}
