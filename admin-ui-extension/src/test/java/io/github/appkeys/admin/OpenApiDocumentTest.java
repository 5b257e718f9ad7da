package io.github.appkeys.admin;

import static io.github.appkeys.admin.http.Requests.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.appkeys.admin.access.Filtered;
import io.github.appkeys.admin.access.PairParameters;
import io.github.appkeys.admin.diagnosis.DiagnosisInput;
import io.github.appkeys.admin.diagnosis.DiagnosisRepresentation;
import io.github.appkeys.admin.http.ListParameters;
import io.github.appkeys.admin.passwordgrants.PasswordGrantReport;
import io.github.appkeys.admin.passwordgrants.PasswordGrantsRepresentation;
import io.github.appkeys.admin.settings.IdleTokensRepresentation;
import io.github.appkeys.admin.settings.LeaksRepresentation;
import io.github.appkeys.admin.settings.SettingsRepresentation;
import io.github.appkeys.admin.settings.SettingsResource;
import io.github.appkeys.admin.transfer.ArchivedPair;
import io.github.appkeys.admin.transfer.ImportReport;
import io.github.appkeys.admin.transfer.PairArchive;
import io.github.appkeys.admin.usage.HistoryRepresentation;
import io.github.appkeys.admin.usage.UsageRepresentation;
import io.github.appkeys.admin.usage.UsageResource;
import io.github.appkeys.core.diagnosis.PastedPair;
import io.github.appkeys.core.diagnosis.Question;
import io.github.appkeys.core.diagnosis.Severity;
import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.expiry.TokenStatus;
import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.history.HistoryEntry;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.ClaimStatus;
import io.github.appkeys.core.pair.Label;
import io.github.appkeys.core.pair.PairFilter;
import io.github.appkeys.core.pair.PairOrder;
import io.github.appkeys.core.pair.PairStatus;
import io.github.appkeys.core.passwordgrants.GrantScope;
import io.github.appkeys.core.passwordgrants.PasswordGrantOrder;
import io.github.appkeys.core.passwordgrants.PasswordGrantStore;
import io.github.appkeys.core.passwordgrants.PasswordGrants;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.pairs.ImportedPair;
import io.github.appkeys.core.usage.UsageDay;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponseException;

/** Keeps {@code docs/openapi.yaml} in step with the code. */
class OpenApiDocumentTest {

    private static final Path FILE = Path.of("..", "docs", "openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode document = new YAMLMapper().readTree(FILE.toFile());
    private final Map<String, List<Method>> code = calls(AppKeysResource.class,
            "/admin/realms/{realm}/" + new AppKeysResourceProviderFactory().getId());

    OpenApiDocumentTest() throws IOException {
    }

    @Test
    void hasTheCallsOfTheCode() {
        assertThat(operations().keySet()).isEqualTo(code.keySet());
    }

    @Test
    void hasTheQueryParametersOfTheCode() {
        code.forEach((call, methods) -> assertThat(parameters(call, "query")).as(call)
                .isEqualTo(all(methods, OpenApiDocumentTest::annotated)));
    }

    @Test
    void declaresThePlaceholdersOfEachPath() {
        code.keySet().forEach(call -> assertThat(parameters(call, "path")).as(call)
                .isEqualTo(Stream.of(call.split("/")).filter(segment -> segment.startsWith("{"))
                        .map(segment -> segment.substring(1, segment.length() - 1)).collect(Collectors.toSet())));
    }

    @Test
    void takesABodyWhereTheCodeDoes() {
        code.forEach((call, methods) -> assertThat(operations().get(call).has("requestBody")).as(call)
                .isEqualTo(methods.stream().anyMatch(method -> method.isAnnotationPresent(Consumes.class))));
    }

    @Test
    void hasTheAnswersThatTheCodeCanGive() {
        code.forEach((call, methods) -> assertThat(names(operations().get(call).get("responses"))).as(call)
                .containsExactlyInAnyOrderElementsOf(all(methods, OpenApiDocumentTest::answers)));
    }

    @Test
    void answersInTheMediaTypesOfTheCode() {
        code.forEach((call, methods) -> {
            JsonNode responses = operations().get(call).get("responses");
            JsonNode good = responses.has("201") ? responses.get("201") : responses.path("200");
            assertThat(names(good.path("content"))).as(call).isEqualTo(all(methods, OpenApiDocumentTest::mediaTypes));
        });
    }

    @Test
    void namesTheRoleThatEachCallNeeds() {
        operations().forEach((call, operation) -> assertThat(operation.path("description").asText()).as(call)
                .startsWith("Needs "));
    }

    @Test
    void givesEachCallAnIdOfItsOwn() {
        assertThat(operations().values()).extracting(operation -> operation.path("operationId").asText())
                .doesNotHaveDuplicates().doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource
    void hasTheFieldsOfTheCode(String schema, Class<? extends Record> record) {
        assertThat(properties(schema)).isEqualTo(Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName).collect(Collectors.toSet()));
    }

    static Stream<Arguments> hasTheFieldsOfTheCode() {
        return Stream.of(
                Arguments.of("Pair", PairRepresentation.class),
                Arguments.of("Token", PairRepresentation.Token.class),
                Arguments.of("EndedToken", PairRepresentation.EndedToken.class),
                Arguments.of("UsageDay", UsageRepresentation.class),
                Arguments.of("HistoryEntry", HistoryRepresentation.class),
                Arguments.of("HistoryToken", HistoryRepresentation.Token.class),
                Arguments.of("Renewal", PairRepresentation.Renewal.class),
                Arguments.of("Claim", PairRepresentation.Claim.class),
                Arguments.of("Role", PairRepresentation.Role.class),
                Arguments.of("AvailableRole", AvailableRole.class),
                Arguments.of("RoleName", PairRepresentation.Role.class),
                Arguments.of("Settings", SettingsRepresentation.class),
                Arguments.of("SettingsChanges", SettingsRepresentation.class),
                Arguments.of("Leaks", LeaksRepresentation.class),
                Arguments.of("LeaksChanges", LeaksRepresentation.class),
                Arguments.of("LeakPartner", LeaksRepresentation.Partner.class),
                Arguments.of("Alarm", PairRepresentation.Alarm.class),
                Arguments.of("IdleTokens", IdleTokensRepresentation.class),
                Arguments.of("PasswordGrants", PasswordGrantsRepresentation.class),
                Arguments.of("PasswordGrantsChanges", PasswordGrantsRepresentation.class),
                Arguments.of("GrantException", PasswordGrantsRepresentation.Excepted.class),
                Arguments.of("Diagnosis", DiagnosisRepresentation.class),
                Arguments.of("Finding", DiagnosisRepresentation.Item.class),
                Arguments.of("HeaderNames", HeaderNames.class),
                Arguments.of("ArchivedPair", ArchivedPair.class),
                Arguments.of("ArchivedToken", ArchivedPair.Token.class),
                Arguments.of("ArchivedRenewal", ArchivedPair.Renewal.class),
                Arguments.of("ImportReport", ImportReport.class),
                Arguments.of("ImportRow", ImportReport.Row.class),
                Arguments.of("PasswordGrantReport", PasswordGrantReport.class),
                Arguments.of("PasswordGrantRow", PasswordGrantReport.Row.class),
                Arguments.of("ProposedRole", PasswordGrantReport.Role.class));
    }

    @Test
    void knowsEveryRecordInsideAPair() {
        assertThat(hasTheFieldsOfTheCode().map(arguments -> arguments.get()[1]))
                .contains((Object[]) PairRepresentation.class.getDeclaredClasses());
    }

    @Test
    void addsToACreatedPairWhatTheCodeAdds() {
        JsonNode allOf = schema("CreatedPair").get("allOf");

        assertThat(allOf.get(0).get("$ref").asText()).isEqualTo("#/components/schemas/Pair");
        assertThat(names(allOf.get(1).get("properties"))).isEqualTo(Arrays.stream(
                CreatedPairRepresentation.class.getRecordComponents()).map(RecordComponent::getName)
                .filter(name -> !name.equals("pair")).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({"Pair", "Token", "EndedToken", "UsageDay", "HistoryToken", "Renewal", "Claim", "Role", "Settings",
        "PasswordGrants", "GrantException",
        "HeaderNames", "ImportReport", "ImportRow", "Diagnosis", "Finding", "PasswordGrantReport", "PasswordGrantRow",
        "ProposedRole", "IdleTokens"})
    void promisesEveryFieldOfAnAnswer(String schema) {
        assertThat(texts(schema(schema).get("required"))).isEqualTo(properties(schema));
    }

    @Test
    void hasTheFieldsThatANewPairTakes() {
        assertThat(properties("NewPair")).isEqualTo(
                allowed(() -> PairInput.read(body("{\"no such field\":1}"))));
    }

    @Test
    void hasTheFieldsThatADiagnosisTakes() {
        assertThat(properties("PairQuestion")).isEqualTo(
                allowed(() -> DiagnosisInput.ofPair(body("{\"no such field\":1}"))));
        assertThat(properties("PastedQuestion")).isEqualTo(
                allowed(() -> DiagnosisInput.pasted(body("{\"no such field\":1}"))));
    }

    @Test
    void letsPutTakeAllThatGetAnswersAndThatPostTakes() {
        Set<String> allowed = allowed(() -> PairInput.changes(body("{\"no such field\":1}"), null, null));

        assertThat(allowed).containsAll(properties("PairChanges"))
                .isEqualTo(Stream.concat(names(listedPair().get("properties")).stream(),
                        Stream.of("Pair", "NewPair").flatMap(name -> properties(name).stream()))
                        .collect(Collectors.toSet()));
    }

    @Test
    void addsToAListedPairWhatTheCodeAdds() {
        assertThat(names(listedPair().get("properties"))).isEqualTo(texts(listedPair().get("required")))
                .isEqualTo(Arrays.stream(ListedPairRepresentation.class.getRecordComponents())
                        .map(RecordComponent::getName).filter(name -> !name.equals("pair"))
                        .collect(Collectors.toSet()));
    }

    private JsonNode listedPair() {
        return schema("ListedPair").get("allOf").get(1);
    }

    @Test
    void hasTheFieldOfAnError() {
        ErrorRepresentation error = new ErrorRepresentation();
        error.setErrorMessage("why");
        JsonNode json = new ObjectMapper().valueToTree(error);

        assertThat(properties("Error")).containsExactly("errorMessage");
        assertThat(json.path("errorMessage").asText()).isEqualTo("why");
    }

    @Test
    void hasTheStatesOfTheCode() {
        assertThat(texts(schema("GrantScope").get("enum"))).isEqualTo(names(GrantScope.values()));
        assertThat(texts(schema("PairStatus").get("enum"))).isEqualTo(names(PairStatus.values()));
        assertThat(texts(property("HistoryEntry", "act").get("enum"))).isEqualTo(names(Act.values()));
        assertThat(texts(property("EndedToken", "cause").get("enum"))).isEqualTo(names(TokenEnd.Cause.values()));
        assertThat(texts(schema("TokenStatus").get("enum"))).isEqualTo(names(TokenStatus.values()));
        assertThat(texts(schema("ClaimStatus").get("enum"))).isEqualTo(names(ClaimStatus.values()));
        assertThat(texts(property("ImportRow", "outcome").get("enum"))).isEqualTo(names(ImportReport.Outcome.values()));
        assertThat(texts(schema("Reason").get("enum"))).isEqualTo(names(Reason.values()));
        assertThat(texts(property("Finding", "severity").get("enum"))).isEqualTo(names(Severity.values()));
        assertThat(texts(property("Diagnosis", "verdict").get("enum")))
                .isEqualTo(names(DiagnosisRepresentation.Verdict.values()));
    }

    @Test
    void hasTheBoundsOfTheCode() {
        JsonNode max = document.at("/components/parameters/max/schema");
        assertThat(max.get("maximum").asInt()).isEqualTo(ListParameters.MAX);
        assertThat(max.get("default").asInt()).isEqualTo(ListParameters.DEFAULT_MAX);
        assertThat(schema("AppKey").get("maxLength").asInt()).isEqualTo(AppKey.MAX_LENGTH);
        assertThat(property("NewPair", "appKey").get("maxLength").asInt()).isEqualTo(AppKey.MAX_CHOSEN_LENGTH);
        assertThat(schema("AllowedNetworks").get("maxItems").asInt()).isEqualTo(AllowedNetworks.MAX);
        assertThat(property("ArchivedPair", "appKey").get("maxLength").asInt()).isEqualTo(AppKey.MAX_CHOSEN_LENGTH);
        assertThat(property("ArchivedPair", "tokens").get("maxItems").asInt()).isEqualTo(ImportedPair.Tokens.MAX);
        assertThat(property("ImportReport", "pairs").get("maxItems").asInt()).isEqualTo(ImportReport.MAX_ROWS);
        assertThat(property("Archive", "format").get("enum").path(0).asInt()).isEqualTo(PairArchive.FORMAT);
        for (String schema : List.of("PasswordGrants", "PasswordGrantsChanges")) {
            assertThat(property(schema, "clients").get("maxItems").asInt()).isEqualTo(PasswordGrants.MAX_CLIENTS);
            assertThat(property(schema, "exceptions").get("maxItems").asInt()).isEqualTo(PasswordGrants.MAX_CLIENTS);
            assertThat(property(schema, "retentionDays").get("minimum").asInt())
                    .isEqualTo(PasswordGrants.MIN_RETENTION_DAYS);
            assertThat(property(schema, "retentionDays").get("maximum").asInt())
                    .isEqualTo(PasswordGrants.MAX_RETENTION_DAYS);
        }
        assertThat(property("GrantException", "reason").get("maxLength").asInt()).isEqualTo(Label.MAX_LENGTH);
        assertThat(property("PasswordGrantReport", "limit").get("enum").path(0).asInt())
                .isEqualTo(PasswordGrantStore.LIMIT);
        assertThat(property("PasswordGrantReport", "total").get("maximum").asInt())
                .isEqualTo(PasswordGrantStore.LIMIT);
        for (String schema : List.of("PairQuestion", "PastedQuestion")) {
            assertThat(property(schema, "appToken").get("maxLength").asInt()).isEqualTo(PastedPair.MAX_LENGTH);
            assertThat(property(schema, "scope").get("maxLength").asInt()).isEqualTo(Question.MAX_SCOPE_LENGTH);
            assertThat(property(schema, "requiredRoles").get("maxItems").asInt()).isEqualTo(Question.MAX_ROLES);
            assertThat(property(schema, "requiredRoles").get("items").get("maxLength").asInt())
                    .isEqualTo(Question.MAX_ROLE_LENGTH);
        }
        for (String schema : List.of("NewPair", "PairChanges")) {
            assertThat(property(schema, "label").get("maxLength").asInt()).isEqualTo(Label.MAX_LENGTH);
            assertThat(property(schema, "description").get("maxLength").asInt()).isEqualTo(Label.MAX_LENGTH);
            assertThat(property(schema, "allowedNetworks").get("maxItems").asInt()).isEqualTo(AllowedNetworks.MAX);
        }
    }

    @Test
    void filtersAndOrdersPairsAsTheCodeDoes() {
        assertThat(texts(parameter("claim").get("enum"))).isEqualTo(names(PairFilter.ClaimLink.values()));
        assertThat(texts(parameter("sort").get("enum"))).isEqualTo(Arrays.stream(PairOrder.Field.values())
                .map(PairOrder.Field::text).collect(Collectors.toSet()));
        for (String days : List.of("expiresWithinDays", "unusedDays")) {
            assertThat(parameter(days).get("maximum").asInt()).isEqualTo(PairParameters.MAX_DAYS);
        }
        assertThat(parameter("days").get("maximum").asInt()).isEqualTo(UsageDay.KEPT);
        assertThat(parameter("days").get("default").asInt()).isEqualTo(UsageResource.DEFAULT_DAYS);
        assertThat(property("HistoryEntry", "detail").get("maxLength").asInt()).isEqualTo(HistoryEntry.MAX_DETAIL);
    }

    @Test
    void sortsPasswordGrantsAsTheCodeDoes() {
        JsonNode sort = StreamSupport.stream(operations().get("GET /admin/realms/{realm}/app-keys/password-grants")
                .get("parameters").spliterator(), false).filter(node -> node.path("name").asText().equals("sort"))
                .findFirst().orElseThrow();

        assertThat(texts(sort.at("/schema/enum"))).isEqualTo(Arrays.stream(PasswordGrantOrder.values())
                .map(PasswordGrantOrder::field).collect(Collectors.toSet()));
    }

    @Test
    void refersToNothingThatIsNotThere() {
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        });
    }

    @Test
    void keepsNothingThatNothingRefersTo() {
        Set<String> referred = new HashSet<>(document.findValuesAsText("$ref"));

        for (String kind : List.of("parameters", "requestBodies", "responses", "schemas")) {
            assertThat(names(document.at("/components/" + kind))).allSatisfy(name ->
                    assertThat(referred).contains("#/components/" + kind + "/" + name));
        }
    }

    /** {@code METHOD path} of each method of a resource and of those that its locators lead to. */
    private static Map<String, List<Method>> calls(Class<?> resource, String path) {
        Map<String, List<Method>> calls = new TreeMap<>();
        for (Method method : resource.getDeclaredMethods()) {
            jakarta.ws.rs.Path segment = method.getAnnotation(jakarta.ws.rs.Path.class);
            String whole = segment == null ? path : path + "/" + segment.value();
            List<String> verbs = Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(HttpMethod::value)
                    .toList();
            verbs.forEach(verb -> calls.computeIfAbsent(verb + " " + whole, call -> new ArrayList<>()).add(method));
            if (verbs.isEmpty() && segment != null) {
                calls.putAll(calls(method.getReturnType(), whole));
            }
        }
        return calls;
    }

    /** What the code's annotations and return type say, and what holds for every call. */
    private static Set<String> answers(Method method) {
        Set<String> answers = new TreeSet<>(Set.of("401", "403", "404"));
        if (method.getReturnType() == void.class
                || method.getReturnType() == Response.class && method.isAnnotationPresent(PUT.class)) {
            answers.add("204");
        }
        if (method.getReturnType() != void.class) {
            answers.add(method.getReturnType() == Response.class && method.isAnnotationPresent(POST.class)
                    ? "201" : "200");
        }
        if (method.isAnnotationPresent(Consumes.class)) {
            answers.addAll(List.of("400", "413", "415"));
        }
        if (!annotated(method).isEmpty()) {
            answers.add("400");
        }
        if (method.getDeclaringClass() != SettingsResource.class || method.isAnnotationPresent(PUT.class)) {
            // before app keys are enabled, or where two change the settings at once
            answers.add("409");
        }
        return answers;
    }

    /** What the methods of one call say, one for each media type. */
    private static Set<String> all(List<Method> methods, Function<Method, Set<String>> look) {
        return methods.stream().flatMap(method -> look.apply(method).stream()).collect(Collectors.toSet());
    }

    private static Set<String> mediaTypes(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        return produces == null ? Set.of() : Arrays.stream(produces.value()).map(type -> type.split(";")[0])
                .collect(Collectors.toSet());
    }

    private static Set<String> annotated(Method method) {
        Set<String> names = new HashSet<>(method.isAnnotationPresent(Filtered.class) ? PairParameters.FILTER
                : Set.of());
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
        }
        return names;
    }

    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(entry -> {
            if (METHODS.contains(entry.getKey())) {
                operations.put(entry.getKey().toUpperCase() + " " + path.getKey(), entry.getValue());
            }
        }));
        return operations;
    }

    private Set<String> parameters(String call, String place) {
        List<JsonNode> nodes = new ArrayList<>();
        document.get("paths").path(call.substring(call.indexOf('/'))).path("parameters").forEach(nodes::add);
        operations().get(call).path("parameters").forEach(nodes::add);
        return nodes.stream().map(this::resolved)
                .filter(parameter -> parameter.get("in").asText().equals(place))
                .map(parameter -> parameter.get("name").asText())
                .collect(Collectors.toSet());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private JsonNode parameter(String name) {
        return document.at("/components/parameters/" + name + "/schema");
    }

    private JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    private JsonNode property(String schema, String name) {
        return schema(schema).get("properties").get(name);
    }

    private Set<String> properties(String schema) {
        return names(schema(schema).get("properties"));
    }

    /** The names that the answer to an unknown field lists. */
    private static Set<String> allowed(Runnable call) {
        ErrorResponseException refused = catchThrowableOfType(ErrorResponseException.class, call::run);
        String message = ((ErrorRepresentation) refused.getResponse().getEntity()).getErrorMessage();
        return Set.of(message.substring(message.indexOf(": ") + 2).split(", "));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
    }
}
