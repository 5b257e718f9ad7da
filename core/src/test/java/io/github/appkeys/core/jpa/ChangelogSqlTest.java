package io.github.appkeys.core.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.persistence.Column;
import jakarta.persistence.Table;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables as SQL, for databases that the other tests do not run on, too. */
class ChangelogSqlTest {

    private static final Pattern CREATE = Pattern.compile("CREATE TABLE (\\w+) \\((.*)\\);?");
    private static final Pattern ADD = Pattern.compile("ALTER TABLE (\\w+) ADD (?!CONSTRAINT)(?:COLUMN )?(.*?);?");
    private static final Pattern COLUMN = Pattern.compile("(\\w+) (\\w+)(?:\\((\\d+)[^)]*\\))?.*");
    private static final Pattern INDEX = Pattern.compile(
            "(?:CREATE .*INDEX \\w+ ON|ALTER TABLE) (\\w+)(?: ADD CONSTRAINT \\w+ PRIMARY KEY)?\\s?"
                    + "\\(([\\w, ]+)\\);?");
    /** MySQL's most for a row, in which a character takes four bytes. */
    private static final int MAX_ROW_BYTES = 65_535;
    /** Oracle's most before version 12.2. */
    private static final int MAX_NAME = 30;

    /** The length of {@link Column} where none is given. */
    private static final int UNSAID = 255;

    private record ColumnType(String name, int length) {

        /** @param perCharacter of a text that is not declared as a national one */
        int bytes(int perCharacter) {
            return (name.matches("[nN]VARCHAR.*|nvarchar") ? Math.max(2, perCharacter) : perCharacter) * length;
        }

        boolean holds(Class<?> type, int max) {
            if (type == String.class || type.isEnum()) {
                boolean isText = name.equals("TEXT") || name.toUpperCase(Locale.ROOT).contains("VARCHAR");
                return isText && (max == UNSAID || length == max);
            }
            boolean isLong = type == long.class || type == Long.class;
            return isLong ? name.equalsIgnoreCase("bigint") || name.equals("NUMBER") && length == 38
                    : name.toUpperCase(Locale.ROOT).startsWith("INT");
        }
    }

    @TempDir
    private Path folder;

    /** @param key the most bytes of an index, with all characters that its columns may have */
    @ParameterizedTest
    @CsvSource({"mysql?version=8.4, 4, 3072", "mariadb?version=11.8, 4, 3072", "oracle?version=19.0, 4, 6398",
        "mssql?version=16.0, 1, 900", "postgresql?version=16.0, 4, 2704"})
    void eachDatabaseCanHoldTheTables(String kind, int bytes, int key) throws Exception {
        List<String> statements = statements(kind);
        Map<String, Map<String, ColumnType>> tables = new HashMap<>();
        for (String statement : statements) {
            created(CREATE, statement).forEach(found -> split(found.group(2))
                    .forEach(column -> add(tables, found.group(1), column)));
            created(ADD, statement).forEach(found -> split(found.group(2).replace("ADD ", ""))
                    .forEach(column -> add(tables, found.group(1), column)));
        }

        for (Class<?> entity : new AppKeyEntityProvider().getEntities()) {
            Map<String, ColumnType> columns = tables.get(entity.getAnnotation(Table.class).name());
            for (Field field : entity.getDeclaredFields()) {
                Column column = field.getAnnotation(Column.class);
                if (column != null) {
                    assertThat(columns).as(kind).containsKey(column.name());
                    assertThat(columns.get(column.name())).as("%s: %s", kind, column.name())
                            .matches(type -> type.holds(field.getType(), column.length()));
                }
            }
        }
        assertThat(statements).as("no name is quoted, as reserved words are").noneMatch(s -> s.matches(".*[\"`\\[].*"));
        tables.values().forEach(columns -> assertThat(columns.values().stream()
                .mapToInt(type -> 4 * type.length()).sum()).isLessThan(MAX_ROW_BYTES));
        Matcher names = Pattern.compile("\\w+_\\w+").matcher(String.join(" ", statements));
        assertThat(names.results().map(MatchResult::group)).allMatch(name -> name.length() <= MAX_NAME);
        for (String statement : statements) {
            created(INDEX, statement).forEach(index -> assertThat(List.of(index.group(2).split(", ")).stream()
                    .mapToInt(name -> tables.get(index.group(1)).get(name).bytes(bytes)).sum())
                    .as(statement).isLessThanOrEqualTo(key));
        }
    }

    private List<String> statements(String kind) throws Exception {
        ClassLoaderResourceAccessor resources = new ClassLoaderResourceAccessor();
        Database database = DatabaseFactory.getInstance().openDatabase("offline:" + kind + "&changeLogFile="
                + folder.resolve("changes.csv") + "&outputLiquibaseSql=none", null, null, null, resources);
        StringWriter sql = new StringWriter();
        try (Liquibase liquibase = new Liquibase("META-INF/app-keys-changelog.xml", resources, database)) {
            liquibase.update(new Contexts(), new LabelExpression(), sql);
        }
        return sql.toString().lines().filter(line -> line.matches("(CREATE|ALTER) .*")).toList();
    }

    private static List<MatchResult> created(Pattern pattern, String statement) {
        Matcher matcher = pattern.matcher(statement);
        return matcher.matches() ? List.of(matcher.toMatchResult()) : List.of();
    }

    /** Columns are separated by commas that are not in parentheses. */
    private static List<String> split(String columns) {
        List<String> each = new ArrayList<>();
        for (String column : columns.split(", (?![^(]*\\))")) {
            if (!column.startsWith("CONSTRAINT ")) {
                each.add(column);
            }
        }
        return each;
    }

    private static void add(Map<String, Map<String, ColumnType>> tables, String table, String column) {
        Matcher matcher = COLUMN.matcher(column);
        assertThat(matcher.matches()).as(column).isTrue();
        tables.computeIfAbsent(table, name -> new HashMap<>()).put(matcher.group(1), new ColumnType(matcher.group(2),
                matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3))));
    }
}
