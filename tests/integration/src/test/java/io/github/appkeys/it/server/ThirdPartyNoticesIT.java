package io.github.appkeys.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Json;
import org.junit.jupiter.api.Test;

/** The jar has the notices of the npm packages in the console page, which their licences ask for. */
class ThirdPartyNoticesIT {

    private static final Path PAGE = Path.of("../../admin-ui-extension/src/main/ui");

    /** Packages of the lock file whose code is not in the page: the console has it, or nothing of it is used. */
    private static final Set<String> NOT_BUNDLED = Set.of("react", "react-dom", "scheduler", "react-is",
            "loose-envify", "js-tokens", "object-assign", "keycloak-js", "lodash-es", "url-template", "camelize-ts",
            "@babel/runtime", "@microsoft/kiota-serialization-form", "@microsoft/kiota-serialization-json",
            "@microsoft/kiota-serialization-multipart", "@microsoft/kiota-serialization-text", "@opentelemetry/api",
            "@std-uritemplate/std-uritemplate", "html-parse-stringify", "void-elements");

    private static final Pattern SECTION = Pattern.compile("^={80}\\n(\\S+) \\S+ \\([^)]+\\)\\n",
            Pattern.MULTILINE);

    @Test
    void eachBundledPackageHasItsNotice() throws IOException {
        String notices = entry("META-INF/THIRD-PARTY-NOTICES.txt");
        Set<String> named = new TreeSet<>();
        SECTION.matcher(notices).results().forEach(match -> named.add(match.group(1)));

        Set<String> expected = new TreeSet<>(locked());
        expected.removeAll(NOT_BUNDLED);
        assertThat(named).isEqualTo(expected);
        assertThat(Stream.of(notices.split("={80}\\n")).skip(1)).allSatisfy(section -> assertThat(section)
                .containsAnyOf("Permission is hereby granted", "Permission to use, copy, modify", "Apache-2.0",
                        "Redistribution and use in source and binary forms"));
    }

    @Test
    void ourOwnLicenceIsThere() throws IOException {
        assertThat(entry("META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("../../LICENSE")))
                .contains("Apache License");
    }

    private static List<String> locked() throws IOException {
        JsonNode packages = Json.parse(Files.readString(PAGE.resolve("package-lock.json"))).path("packages");
        List<String> names = new ArrayList<>();
        packages.fields().forEachRemaining(entry -> {
            JsonNode locked = entry.getValue();
            if (!entry.getKey().isEmpty() && !locked.path("dev").asBoolean() && !locked.path("optional").asBoolean()
                    && !locked.path("devOptional").asBoolean() && !locked.path("peer").asBoolean()) {
                names.add(entry.getKey().replaceFirst("^.*node_modules/", ""));
            }
        });
        return names;
    }

    private static String entry(String name) throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("app-keys.jar"))) {
            assertThat(jar.getEntry(name)).as(name).isNotNull();
            return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), UTF_8);
        }
    }
}
