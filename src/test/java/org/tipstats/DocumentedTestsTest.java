package org.tipstats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests that the tests named in the documentation exist. */
class DocumentedTestsTest {

    /**
     * Matches a class, a class with a method, or a method of the previous class. An ellipsis replaces the end of a
     * name.
     */
    private static final Pattern NAME = Pattern.compile("([A-Z]\\w*Test)?(?:(?:^|\\.)([a-z]\\w*)(…?))?");

    /** Matches the header of a table and the line below it. */
    private static final Pattern HEAD = Pattern.compile("(?m)^\\|.*\n\\|---.*\n");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

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

    /** Returns the last cell of each row in all tables below a heading. */
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

    /** Returns the errors in the test names of a cell. */
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

    @Test
    void everyLineOfTheChecklistOfSdmxHasItsTest() throws IOException {
        List<String> cells = lastCells("sdmx.md", "Checklist");
        assertTrue(cells.size() > 60, cells.size() + " lines");
        List<String> faults = new ArrayList<>();
        for (String cell : cells) {
            if (!cell.contains("Test")) {
                faults.add("no test: " + cell);
            }
            faults.addAll(faults(cell));
        }
        assertEquals(List.of(), faults);
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
    void aTestThatIsNotThereIsNoticed() {
        assertEquals(List.of(), faults("`DocumentedTestsTest.aTestThatIsNot…`, `.aTestThatIsNotThereIsNoticed`"));
        assertEquals(
                List.of("DocumentedTestsTest.aTestThatIsNot is not there", "DocumentedTestTest is not there"),
                faults("`DocumentedTestsTest.aTestThatIsNot`, `DocumentedTestTest`"));
        assertFalse(faults("`SeenPage.check`").isEmpty());
    }
}
