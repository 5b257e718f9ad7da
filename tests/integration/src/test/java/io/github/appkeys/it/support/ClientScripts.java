package io.github.appkeys.it.support;

/**
 * Programs that exchange a pair, as the documentation of each client shows it. They read the environment variables URL,
 * WAY (header, basic or form), KEY_HEADER, TOKEN_HEADER, KEY and TOKEN.
 */
public final class ClientScripts {

    /** curl, in a shell. */
    public static final String CURL = """
            case "$WAY" in
            header) curl -s -i "$URL" -d grant_type=client_credentials -H "$KEY_HEADER: $KEY" \
            -H "$TOKEN_HEADER: $TOKEN" ;;
            basic) curl -s -i "$URL" -d grant_type=client_credentials -u "$KEY:$TOKEN" ;;
            form) curl -s -i "$URL" -d grant_type=client_credentials --data-urlencode "client_id=$KEY" \\
                --data-urlencode "client_secret=$TOKEN" ;;
            esac""";
    /** Python with its standard library. */
    public static final String PYTHON = """
            import base64, os, urllib.error, urllib.parse, urllib.request
            e = os.environ
            form, headers = {"grant_type": "client_credentials"}, {}
            if e["WAY"] == "header":
                headers = {e["KEY_HEADER"]: e["KEY"], e["TOKEN_HEADER"]: e["TOKEN"]}
            elif e["WAY"] == "basic":
                pair = (e["KEY"] + ":" + e["TOKEN"]).encode()
                headers = {"Authorization": "Basic " + base64.b64encode(pair).decode()}
            else:
                form.update(client_id=e["KEY"], client_secret=e["TOKEN"])
            request = urllib.request.Request(e["URL"], urllib.parse.urlencode(form).encode(), headers)
            try:
                with urllib.request.urlopen(request) as answer:
                    print(answer.status, answer.read().decode())
            except urllib.error.HTTPError as error:
                print(error.code, error.read().decode())
            """;
    /** Node.js with fetch. */
    public static final String NODE = """
            const e = process.env;
            const form = new URLSearchParams({ grant_type: "client_credentials" });
            const headers = {};
            if (e.WAY === "header") {
              headers[e.KEY_HEADER] = e.KEY;
              headers[e.TOKEN_HEADER] = e.TOKEN;
            } else if (e.WAY === "basic") {
              headers.Authorization = "Basic " + Buffer.from(`${e.KEY}:${e.TOKEN}`).toString("base64");
            } else {
              form.set("client_id", e.KEY);
              form.set("client_secret", e.TOKEN);
            }
            fetch(e.URL, { method: "POST", headers, body: form })
              .then(async (answer) => console.log(answer.status, await answer.text()))
              .catch((error) => { console.error(error); process.exit(1); });
            """;
    /** Java with its HTTP client, as the class Client. */
    public static final String JAVA = """
            import java.net.*;
            import java.net.http.*;
            import java.util.*;
            class Client {
                public static void main(String[] args) throws Exception {
                    Map<String, String> e = System.getenv();
                    String form = "grant_type=client_credentials";
                    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(e.get("URL")))
                            .header("Content-Type", "application/x-www-form-urlencoded");
                    if (e.get("WAY").equals("header")) {
                        request.header(e.get("KEY_HEADER"), e.get("KEY")).header(e.get("TOKEN_HEADER"), e.get("TOKEN"));
                    } else if (e.get("WAY").equals("basic")) {
                        request.header("Authorization", "Basic " + Base64.getEncoder()
                                .encodeToString((e.get("KEY") + ":" + e.get("TOKEN")).getBytes()));
                    } else {
                        form += "&client_id=" + URLEncoder.encode(e.get("KEY"), "UTF-8")
                                + "&client_secret=" + URLEncoder.encode(e.get("TOKEN"), "UTF-8");
                    }
                    HttpResponse<String> answer = HttpClient.newHttpClient().send(
                            request.POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                            HttpResponse.BodyHandlers.ofString());
                    System.out.println(answer.statusCode() + " " + answer.body());
                }
            }
            """;

    private ClientScripts() {
    }
}
