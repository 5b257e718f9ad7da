package io.github.appkeys.it.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.Json;

/** Databases of Keycloak 26.7.5 as version 0.1.0 (commit 028b967) left them, one for each vendor. */
public final class FirstVersion {

    private static final String FOLDER = "/first-version/";

    private FirstVersion() {
    }

    /** Fills an empty database. */
    public static void restore(Database database) {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement();
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(open(vendor(database) + ".sql.gz")), StandardCharsets.UTF_8))) {
            StringBuilder sql = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sql.append(line).append('\n');
                if (line.endsWith(";")) {
                    statement.execute(sql.substring(0, sql.lastIndexOf(";")));
                    sql.setLength(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the creation of its pairs answered: each with an appToken, or with a claim link. */
    public static JsonNode pairs(Database database) {
        try (InputStream in = open(vendor(database) + ".json")) {
            return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String vendor(Database database) {
        return database.vendor().equals("dev-file") ? "h2" : database.vendor();
    }

    private static InputStream open(String name) {
        return FirstVersion.class.getResourceAsStream(FOLDER + name);
    }
}
