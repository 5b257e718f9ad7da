import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps one access token until shortly before it ends. Java 11 or newer; run it with java TokenKeeper.java. */
public class TokenKeeper {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern LIFE = Pattern.compile("\"expires_in\"\\s*:\\s*(\\d+)");

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI tokenUrl;
    private final String appKey;
    private final String appToken;
    private String token;
    private Instant until = Instant.MIN;

    public TokenKeeper(URI tokenUrl, String appKey, String appToken) {
        this.tokenUrl = tokenUrl;
        this.appKey = appKey;
        this.appToken = appToken;
    }

    /** Calls an API. Where it answers 401, once more with a new token. */
    public HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        String sent = token(null);
        HttpResponse<String> answer = send(url, sent);
        return answer.statusCode() == 401 ? send(url, token(sent)) : answer;
    }

    /** One thread fetches, the others wait for it. */
    private synchronized String token(String refused) throws IOException, InterruptedException {
        if (Instant.now().isAfter(until) || token.equals(refused)) {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(tokenUrl).timeout(Duration.ofSeconds(30))
                    .header("X-VTEX-API-AppKey", appKey).header("X-VTEX-API-AppToken", appToken)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("No token: " + answer.statusCode() + " " + answer.body());
            }
            token = first(TOKEN, answer.body());
            until = Instant.now().plusSeconds(Long.parseLong(first(LIFE, answer.body()))).minusSeconds(30);
        }
        return token;
    }

    private HttpResponse<String> send(URI url, String bearer) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + bearer).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String first(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("The answer has no " + pattern);
        }
        return matcher.group(1);
    }

    public static void main(String[] args) throws Exception {
        TokenKeeper keeper = new TokenKeeper(URI.create(System.getenv("TOKEN_URL")), System.getenv("APP_KEY"),
                System.getenv("APP_TOKEN"));
        for (int i = 0; i < 2; i++) {
            System.out.println(keeper.get(URI.create(System.getenv("API_URL"))).statusCode());
        }
    }
}
