package io.github.appkeys.admin.transfer;

import static io.github.appkeys.admin.http.Requests.assertAnswer;
import static io.github.appkeys.admin.http.Requests.assertBadRequest;
import static io.github.appkeys.admin.http.Requests.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportFileTest {

    private static final String FILE =
            "{\"format\":1,\"realm\":\"shop\",\"pairs\":[{\"a\":[1,{}]},{\"b\":2}],\"count\":2}";

    private Set<Path> before;

    @BeforeEach
    void lookAround() throws IOException {
        before = files();
    }

    @AfterEach
    void leavesNoFileBehind() throws IOException {
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void canBeReadAsOftenAsNeeded() {
        try (ImportFile file = ImportFile.of(body(FILE))) {
            for (int i = 0; i < 2; i++) {
                List<String> entries = new ArrayList<>();
                file.read((position, entry) -> entries.add(position + " " + entry));
                assertThat(entries).containsExactly("1 {\"a\":[1,{}]}", "2 {\"b\":2}");
            }
        }
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertAnswer(() -> ImportFile.of(body(FILE), FILE.length() - 1), 413,
                "The body is larger than " + (FILE.length() - 1) + " bytes");
        ImportFile.of(body(FILE), FILE.length()).close();
    }

    @Test
    void stopsReadingABodyWithoutEnd() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };

        assertAnswer(() -> ImportFile.of(endless, 1000), 413, "The body is larger than 1000 bytes");
    }

    @Test
    void answersWhereTheConnectionBreaks() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset by peer");
            }
        };

        assertBadRequest(() -> ImportFile.of(broken), "The body could not be read, or there is no room for it");
    }

    @Test
    void refusesAnEntryThatIsNoPairBeforeItIsHeld() {
        String file = "{\"format\":1,\"pairs\":[{},{\"a\":\"" + "x".repeat(70_000) + "\"}],\"count\":2}";

        assertBadRequest(() -> ImportFile.of(body(file)), "Entry 2: it is larger than 65536 bytes");
    }

    @Test
    void refusesAFileWithoutItsEnd() {
        for (int length = 1; length < FILE.length(); length++) {
            String part = FILE.substring(0, length);
            assertBadRequest(() -> ImportFile.of(body(part)), "The body is not well-formed JSON, or not complete");
        }
        assertBadRequest(() -> ImportFile.of(body(FILE.replace(",\"count\":2", ""))),
                "count must be the number of pairs: the file is not complete");
        assertBadRequest(() -> ImportFile.of(body(FILE.replace(",{\"b\":2}", ""))),
                "count must be the number of pairs: the file is not complete");
    }

    private static Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("app-keys-import-"))
                    .collect(Collectors.toSet());
        }
    }
}
