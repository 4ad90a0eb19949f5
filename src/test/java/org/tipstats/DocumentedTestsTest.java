package org.tipstats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The documents name tests and files that exist. */
class DocumentedTestsTest {

    /** A class, a class with its method, or a method of the class before; an ellipsis stands for the rest of a name. */
    private static final Pattern NAME = Pattern.compile("([A-Z]\\w*Test)?(?:(?:^|\\.)([a-z]\\w*)(…?))?");

    /** The names of a table's columns and the line below them. */
    private static final Pattern HEAD = Pattern.compile("(?m)^\\|.*\n\\|---.*\n");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)[)#]");

    private static final Pattern ANCHOR = Pattern.compile("]\\(([^):#]*)#([^)]+)\\)");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    private static final Pattern RUN = Pattern.compile("-Dexec\\.mainClass=([\\w.]+)");

    private static final Pattern LABEL = Pattern.compile("\\*([^*\n]+)\\*");

    private static final int LINES_OF_README = 120;

    private static final Map<String, String> SOURCES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                SOURCES.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
    }

    /** The last cells of the rows of all tables below a heading. */
    private static List<String> lastCells(String page, String heading) throws IOException {
        String below = Files.readString(Path.of("src", "docs", page)).split("(?m)^#+ " + heading + "$", 2)[1];
        return HEAD.matcher(below.split("(?m)^## ", 2)[0])
                .replaceAll("")
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(line.lastIndexOf('|', line.length() - 2) + 1, line.length() - 1)
                        .strip())
                .toList();
    }

    /** What is wrong with the names in a cell. */
    private static List<String> faults(String cell) {
        List<String> faults = new ArrayList<>();
        String type = null;
        for (Matcher code = CODE.matcher(cell); code.find(); ) {
            Matcher name = NAME.matcher(code.group(1));
            if (!name.matches() || (name.group(1) == null && type == null)) {
                faults.add(code.group(1) + " is no test");
                continue;
            }
            type = name.group(1) == null ? type : name.group(1);
            String source = SOURCES.get(type);
            String method = name.group(2);
            String end = "…".equals(name.group(3)) ? "\\w*\\(" : "\\(";
            if (source == null
                    || (method != null
                            && !Pattern.compile("void " + method + end)
                                    .matcher(source)
                                    .find())) {
                faults.add(type + (method == null ? "" : "." + method) + " is not there");
            }
        }
        return faults;
    }

    /** What is wrong with cells that must each name a test. */
    private static List<String> untested(List<String> cells) {
        List<String> faults = new ArrayList<>();
        for (String cell : cells) {
            if (!cell.contains("Test")) {
                faults.add("no test: " + cell);
            }
            faults.addAll(faults(cell));
        }
        return faults;
    }

    @Test
    void everyLineOfTheChecklistOfSdmxHasItsTest() throws IOException {
        List<String> cells = lastCells("sdmx.md", "Checklist");
        assertTrue(cells.size() > 60, cells.size() + " lines");
        assertEquals(List.of(), untested(cells));
    }

    @Test
    void theTestsThatHoldThePointsOfTheWebsiteAreThere() throws IOException {
        List<String> cells = lastCells("website.md", "The website, point by point");
        assertEquals(40, cells.size());
        List<String> faults = new ArrayList<>();
        for (String cell : cells) {
            faults.addAll(faults(cell));
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void theFindingsOfTheFirstTrialHaveTheirTests() throws IOException {
        List<String> cells = lastCells("website.md", "What a first trial found");
        assertEquals(34, cells.size());
        assertEquals(List.of(), untested(cells));
    }

    @Test
    void theTestsThatHoldThePointsOfSecurityAreThere() throws IOException {
        List<String> cells = new ArrayList<>(lastCells("security.md", "The chapters of ASVS 5.0"));
        cells.addAll(lastCells("security.md", "The ten risks of APIs"));
        cells.addAll(lastCells("security.md", "The 21 weaknesses that an attack found"));
        assertEquals(17 + 10 + 21, cells.size());
        List<String> faults = new ArrayList<>();
        for (String cell : cells) {
            faults.addAll(faults(cell));
        }
        assertEquals(List.of(), faults);
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("CHANGELOG.md")),
                            files.filter(each -> each.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static Stream<Path> linksOf(Path page) throws IOException {
        Path folder = page.toAbsolutePath().getParent();
        return LINK.matcher(Files.readString(page))
                .results()
                .map(link -> folder.resolve(link.group(1)).normalize());
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<Path> broken = new ArrayList<>();
        for (Path page : documents()) {
            linksOf(page).filter(Files::notExists).forEach(broken::add);
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void everyLinkLeadsToAHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : documents()) {
            for (MatchResult link :
                    ANCHOR.matcher(Files.readString(page)).results().toList()) {
                Path target = link.group(1).isEmpty()
                        ? page
                        : page.toAbsolutePath().getParent().resolve(link.group(1));
                if (target.toString().endsWith(".md") && !anchors(target).contains(link.group(2))) {
                    broken.add(page + ": " + link.group());
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    /** The anchors that a page's headings get where it is shown: small letters, digits, and hyphens for spaces. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(text -> text.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
                .toList();
    }

    /** Maven runs only public classes. */
    @Test
    void everyClassToRunIsPublic() throws IOException, ClassNotFoundException {
        List<String> names = new ArrayList<>();
        for (Path page : documents()) {
            RUN.matcher(Files.readString(page))
                    .results()
                    .map(run -> run.group(1))
                    .forEach(names::add);
        }
        assertFalse(names.isEmpty());
        for (String name : names) {
            assertTrue(Modifier.isPublic(Class.forName(name).getModifiers()), name);
        }
    }

    @Test
    void theIndexesListEveryPage() throws IOException {
        List<Path> listed = new ArrayList<>();
        for (String index : List.of("README.md", "decisions/README.md", "research/README.md")) {
            linksOf(Path.of("src", "docs").resolve(index)).forEach(listed::add);
        }
        List<Path> missing = documents().stream()
                .filter(page -> !page.endsWith("README.md") && !page.endsWith("CHANGELOG.md"))
                .map(Path::toAbsolutePath)
                .filter(page -> !listed.contains(page))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void theFirstStepsNameWhatThePagesShow() throws IOException {
        String steps = Files.readString(Path.of("README.md")).split("## Try it ")[1];
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(
                Path.of("src", "main", "resources", "org", "tipstats", "site", "frame", "texts_en.properties"))) {
            texts.load(in);
        }
        // Labels with a number are texts with a parameter.
        List<String> unknown = LABEL.matcher(steps)
                .results()
                .map(label -> label.group(1).split("\\d")[0].strip())
                .filter(label -> texts.values().stream()
                        .noneMatch(text -> text.toString().contains(label)))
                .toList();
        assertEquals(List.of(), unknown);
    }

    @Test
    void theReadmeIsShort() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        assertTrue(lines.size() <= LINES_OF_README, lines.size() + " lines");
    }

    @Test
    void aTestThatIsNotThereIsNoticed() {
        assertEquals(List.of(), faults("`DocumentedTestsTest.aTestThatIsNot…`, `.aTestThatIsNotThereIsNoticed`"));
        assertEquals(
                List.of("DocumentedTestsTest.aTestThatIsNot is not there", "DocumentedTestTest is not there"),
                faults("`DocumentedTestsTest.aTestThatIsNot`, `DocumentedTestTest`"));
        assertFalse(faults("`SeenPage.check`").isEmpty());
    }
}
