package org.tipstats.site.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * Checks templates, styles and scripts against the rules that the security policy, six languages and both writing
 * directions need.
 */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path WEB = Path.of("src/main/resources/web");

    /** The page of components is for developers and stays in English. */
    private static final Set<String> ENGLISH = Set.of("dev");

    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "text that is not escaped", Pattern.compile("\\braw\\b|\\.raw|RawString|safe\\b\\s*}"),
            "a style of one element", Pattern.compile("\\sstyle\\s*=|<style"),
            "a script in the page", Pattern.compile("\\son[a-z]+\\s*=|javascript:|<script(?![^>]*\\ssrc=)"),
            "an asset without its hash", Pattern.compile("(?:src|href)=\"/?assets/|(?:src|href)=\"/web/"),
            "another host", Pattern.compile("(?:src|href|action)=\"(?:https?:)?//"));

    /** Left and right of the screen. Numbers are an exception: they are aligned right in every language. */
    private static final Pattern SIDES = Pattern.compile(
            "(?:^|[\\s;{-])(?:left|right)\\s*[:;}-]|(?:margin|padding|border)-(?:left|right)|: (?:left|right);");

    private static final String STILL = """
            @media (prefers-reduced-motion: reduce) {
              *, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; }
            """;

    private static final Pattern MOTION = Pattern.compile("\\b(?:animation|transition|scroll-behavior)\\b|@keyframes");
    private static final Pattern MOTION_BY_SCRIPT =
            Pattern.compile("\\.animate\\(|\\bsmooth\\b|animation: true|startViewTransition");

    private static final Pattern KEY = Pattern.compile("\\bsay\\(\\s*[\"']([\\w.-]+)[\"']\\s*[,)]");

    @Test
    void templatesHoldNothingThatThePolicyForbids() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path file : files(TEMPLATES, ".html")) {
            String text = Files.readString(file);
            FORBIDDEN.forEach((name, pattern) -> {
                if (pattern.matcher(text).find()) {
                    found.put(file.toString(), name);
                }
            });
        }

        assertEquals(Map.of(), found);
    }

    @Test
    void noSentenceStandsInATemplate() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        for (Path file : files(TEMPLATES, ".html")) {
            if (ENGLISH.contains(TEMPLATES.relativize(file).getName(0).toString())) {
                continue;
            }
            String text = Files.readString(file)
                    .replaceAll("\\{[^{}\\s][^{}]*}", "")
                    .replaceAll("<(?:code)>[^<]*</code>", "")
                    .replaceAll("<!DOCTYPE html>", "");
            List<String> words = Pattern.compile(
                            ">([^<>]*[\\p{L}]{2,}[^<>]*)<|(?:alt|aria-label|title|placeholder)=\"([^\"]*\\p{L}[^\"]*)\"")
                    .matcher(text)
                    .results()
                    .map(match -> match.group().strip())
                    .toList();
            if (!words.isEmpty()) {
                found.put(file.toString(), words);
            }
        }

        assertEquals(Map.of(), found);
    }

    @Test
    void everyTextThatIsSaidIsThere() throws IOException {
        PageTexts english = PageTexts.in("en");
        List<Path> places = new ArrayList<>(files(TEMPLATES, ".html"));
        places.addAll(files(Path.of("src/main/java"), ".java"));
        Set<String> said = new TreeSet<>();
        for (Path file : places) {
            String text = Files.readString(file);
            if (file.toString().endsWith(".java") && !text.contains("org.tipstats.site.frame")) {
                continue;
            }
            KEY.matcher(text).results().map(match -> match.group(1)).forEach(said::add);
        }
        Set<String> absent = said.stream()
                .filter(key -> !key.endsWith(".") && !english.has(key))
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(said.size() > 150, "the texts were not found: " + said);
        assertEquals(Set.of(), absent);
    }

    @Test
    void theStyleSheetKnowsNoSidesAndAsksForNothing() throws IOException {
        String style = Files.readString(WEB.resolve("site.css"))
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replace("text-align: right", "");

        List<String> sides =
                style.lines().filter(line -> SIDES.matcher(line).find()).toList();
        assertEquals(List.of(), sides);
        assertFalse(style.contains("@import") || style.contains("url("));
    }

    /** No page moves. For readers who want it so, the browser's own movements are switched off, too. */
    @Test
    void nothingMoves() throws IOException {
        String style = Files.readString(WEB.resolve("site.css"));
        assertTrue(style.contains(STILL));
        assertFalse(MOTION.matcher(style.replace(STILL, "")).find());
        for (Path script : files(WEB, ".js")) {
            assertFalse(MOTION_BY_SCRIPT.matcher(Files.readString(script)).find(), script.toString());
        }
        assertTrue(Files.readString(WEB.resolve("charts.js")).contains("animation: false,"));
    }

    @Test
    void aFirstViewIsLight() throws IOException {
        assertTrue(packed("site.css") <= 20_000, "the styles have grown to " + packed("site.css"));
        assertTrue(packed("base.js") <= 15_000, "the script has grown to " + packed("base.js"));
    }

    @Test
    void scriptsNeitherMakeCodeNorMarkupOfText() throws IOException {
        Pattern unsafe = Pattern.compile(
                "\\beval\\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\\.write|setAttribute\\('(?:style|on)");
        for (Path file : files(WEB, ".js")) {
            assertFalse(unsafe.matcher(Files.readString(file)).find(), file.toString());
        }
    }

    @Test
    void everyFileOfTheFolderHasAnAddress() throws IOException {
        try (Stream<Path> files = Files.list(WEB)) {
            assertEquals(
                    files.map(file -> file.getFileName().toString()).sorted().toList(), Assets.NAMES);
        }
    }

    private static int packed(String name) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(Files.readAllBytes(WEB.resolve(name)));
        }
        return packed.size();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
