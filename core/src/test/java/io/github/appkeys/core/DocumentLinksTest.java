package io.github.appkeys.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every relative link in the repository's Markdown files points to a file, and to a section where it names one. */
class DocumentLinksTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** Built or downloaded files. Folders whose name starts with a dot are left out, too, except {@code .github}. */
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules");
    private static final int README_LINES = 160;

    private static final Pattern FENCE = Pattern.compile("(?ms)^[> ]*(```+)[^\n]*$.*?^[> ]*\\1 *$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)(?: \"[^\"]*\")?\\)");
    private static final Pattern EXTERNAL = Pattern.compile("^[a-z][a-z0-9+.-]*:");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#* *$");
    private static final Pattern ID = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");

    static Stream<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean hidden = name.startsWith(".") && !name.equals(".github");
                return !folder.equals(ROOT) && (hidden || NOT_OURS.contains(name)) ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    documents.add(ROOT.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return documents.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkPointsSomewhere(Path document) throws IOException {
        assertThat(links(document)).filteredOn(link -> !exists(document, link)).as("broken links in %s", document)
                .isEmpty();
    }

    @Test
    void readsLinksAndSectionsAsGitHubDoes() throws IOException {
        assertThat(documents()).contains(Path.of("README.md"), Path.of("docs", "errors.md"));
        assertThat(links(Path.of("README.md"))).isNotEmpty();
        assertThat(sections("# One\n## `two`: it's, 2\n## One\n```\n# none\n```\n<a id=\"THREE\"></a>\n"))
                .containsExactlyInAnyOrder("one", "two-its-2", "one-1", "THREE");
        assertThat(links("[a](b.md#c) `[d](e)` ![f](g.png)\n```\n[h](i)\n```\n[j](https://k) [l](#m)"))
                .containsExactly("b.md#c", "g.png", "#m");
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md")).size()).isLessThanOrEqualTo(README_LINES);
    }

    private static List<String> links(Path document) throws IOException {
        return links(Files.readString(ROOT.resolve(document)));
    }

    private static List<String> links(String markdown) {
        String prose = CODE.matcher(withoutFences(markdown)).replaceAll("");
        return LINK.matcher(prose).results().map(match -> match.group(1))
                .filter(target -> !EXTERNAL.matcher(target).find()).toList();
    }

    private static boolean exists(Path document, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path file = path.isEmpty() ? ROOT.resolve(document)
                : ROOT.resolve(document).resolveSibling(path).normalize();
        if (!file.startsWith(ROOT) || !Files.exists(file)) {
            return false;
        }
        try {
            return hash < 0 || sections(Files.readString(file)).contains(link.substring(hash + 1));
        } catch (IOException e) {
            return false;
        }
    }

    /** The anchors of a document: those of its headings, as GitHub makes them, and its own. */
    private static Set<String> sections(String markdown) {
        String prose = withoutFences(markdown);
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        HEADING.matcher(prose).results().map(match -> anchor(match.group(1))).forEach(anchor -> {
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
        ID.matcher(prose).results().map(match -> match.group(1)).forEach(anchors::add);
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    private static String withoutFences(String markdown) {
        return FENCE.matcher(markdown).replaceAll("");
    }
}
