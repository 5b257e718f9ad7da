package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The alert rules and the dashboard ask for what a server tells, and the runbook has a section for each alert. */
@ExtendWith(KeycloakExtension.class)
class OperationsIT {

    private static final Path DOCS = Path.of(System.getProperty("docs"));
    private static final Pattern SERIES = Pattern.compile("(app_key_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)(=~|=)\"([^\"]*)\"");

    @Test
    void everySeriesOfTheRulesIsThere(KeycloakServer server) throws IOException {
        List<String> expressions = rules().map(rule -> rule.path("expr").asText()).toList();

        assertThat(expressions).hasSizeGreaterThan(5);
        assertThat(missing(server, expressions)).isEmpty();
    }

    @Test
    void everySeriesOfTheDashboardIsThere(KeycloakServer server) throws IOException {
        JsonNode dashboard = Http.JSON.readTree(Files.readString(DOCS.resolve("operations/dashboard.json")));
        List<String> expressions = dashboard.findValuesAsText("expr");

        assertThat(expressions).hasSizeGreaterThan(5);
        assertThat(missing(server, expressions)).isEmpty();
        assertThat(dashboard.path("panels").findValuesAsText("title")).doesNotHaveDuplicates();
    }

    /** All that we tell is on the dashboard. */
    @Test
    void theDashboardShowsEveryMetric(KeycloakServer server) throws IOException {
        String dashboard = Files.readString(DOCS.resolve("operations/dashboard.json"));

        assertThat(ours(server)).map(line -> line.replaceFirst("[{ ].*", "")).isNotEmpty()
                .allMatch(dashboard::contains);
    }

    @Test
    void theRunbookHasASectionForEachAlert() throws IOException {
        String runbook = Files.readString(DOCS.resolve("operations.md"));

        assertThat(rules()).allSatisfy(rule -> {
            String anchor = rule.path("annotations").path("runbook").asText().replaceFirst("docs/operations.md#", "");
            assertThat(runbook.toLowerCase(Locale.ROOT)).contains("\n### " + anchor + "\n");
            assertThat(rule.path("annotations").path("summary").asText()).isNotEmpty();
            assertThat(rule.path("labels").path("severity").asText()).isIn("critical", "warning", "info");
        });
    }

    private static Stream<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        new YAMLMapper().readTree(DOCS.resolve("operations/alerts.yml").toFile()).path("groups")
                .forEach(group -> group.path("rules").forEach(rules::add));
        return rules.stream();
    }

    /** The series of which the server tells none. */
    private static List<String> missing(KeycloakServer server, List<String> expressions) {
        List<String> told = ours(server);
        return expressions.stream().flatMap(expression -> SERIES.matcher(expression).results())
                .filter(series -> told.stream().noneMatch(line -> fits(line, series.group(1), series.group(2))))
                .map(series -> series.group()).toList();
    }

    private static boolean fits(String line, String name, String labels) {
        Matcher wanted = MATCHER.matcher(labels == null ? "" : labels);
        boolean fits = line.startsWith(name + "{") || line.startsWith(name + " ");
        while (fits && wanted.find()) {
            String values = wanted.group(2).equals("=") ? Pattern.quote(wanted.group(3)) : "(" + wanted.group(3) + ")";
            fits = Pattern.compile("[{,]" + wanted.group(1) + "=\"" + values + "\"").matcher(line).find();
        }
        return fits;
    }

    private static List<String> ours(KeycloakServer server) {
        return expect(200, Http.get(server.managementUrl() + "/metrics").send()).body().lines()
                .filter(line -> line.startsWith("app_key_")).toList();
    }
}
