package org.tipstats.bench.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of components, with made-up weaknesses; and with real ones if there is a file of them. */
class ComponentsTest {

    private static final String BOM = """
            {"bomFormat": "CycloneDX", "components": [
              {"group": "org.example", "name": "reader", "version": "2.9.10", "bom-ref": "pkg:maven/org.example/reader@2.9.10?type=jar"},
              {"group": "org.example", "name": "writer", "version": "1.0-rc1", "bom-ref": "pkg:maven/org.example/writer@1.0-rc1?type=jar"}]}
            """;

    private static final String ADVISORY = """
            {"id": "GHSA-1", "aliases": ["CVE-2026-1"], "summary": "Reads too much", "affected": [
              {"package": {"ecosystem": "Maven", "name": "org.example:reader"},
               "ranges": [{"type": "ECOSYSTEM", "events": [%s]}]}]}
            """;

    private static final String STATEMENT = """
            {"bomFormat": "CycloneDX", "vulnerabilities": [
              {"id": "%s", "analysis": {"state": "%s"}, "affects": [{"ref": "%s"}]}]}
            """;

    private static final String OLD = "{\"introduced\": \"0\"}, {\"fixed\": \"2.10\"}";

    @TempDir
    Path folder;

    private Path file(String name, String json) throws IOException {
        return Files.writeString(folder.resolve(name), json);
    }

    private Set<String> weaknesses(String... files) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String json : files) {
            paths.add(file(paths.size() + ".json", json));
        }
        return ComponentCheck.of(paths).weaknesses(Component.list(file("bom.json", BOM)));
    }

    /**
     * Run with {@code -Dosv=FILE,FILE} to check the built program. The files come from a database of weaknesses in the
     * form of OSV, or are statements in the form of CycloneDX.
     */
    @Test
    void theProgramHasNoComponentWithAKnownWeakness() throws IOException {
        String given = System.getProperty("osv");
        assumeTrue(given != null, "no files of weaknesses are given (-Dosv=FILE): the components are not checked");
        List<Path> files = Stream.of(given.split(",")).map(Path::of).toList();
        Path components = Path.of("target", "bom.json");
        assertTrue(Files.exists(components), "build the program first: there is no " + components);
        assertEquals(Set.of(), ComponentCheck.of(files).weaknesses(Component.list(components)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | {'introduced': '0'}",
                "true  | {'introduced': '0'}, {'fixed': '2.10'}",
                "false | {'introduced': '0'}, {'fixed': '2.9.10'}",
                "true  | {'introduced': '2.9.10'}",
                "false | {'introduced': '2.10'}",
                "true  | {'introduced': '0'}, {'last_affected': '2.9.10'}",
                "false | {'introduced': '0'}, {'last_affected': '2.9.9'}",
                "false | {'introduced': '0'}, {'fixed': '2.9.2'}, {'introduced': '3.0'}, {'fixed': '3.1'}",
                "true  | {'fixed': '2.9.2'}, {'introduced': '2.9.3'}, {'introduced': '0'}",
                "true  | {'introduced': '2.9.10-beta1'}, {'fixed': '2.9.10.1'}",
                "false | {'introduced': '0'}, {'limit': '2.9.10'}",
            })
    void versionsAreComparedAsMavenDoes(boolean affected, String events) throws IOException {
        Set<String> found = weaknesses(ADVISORY.formatted(events.replace('\'', '"')));
        assertEquals(affected ? Set.of("org.example:reader 2.9.10: GHSA-1 Reads too much") : Set.of(), found);
    }

    @Test
    void otherPackagesAndOtherEcosystemsAreNotMeant() throws IOException {
        String advisory = ADVISORY.formatted(OLD);
        assertEquals(Set.of(), weaknesses(advisory.replace("Maven", "npm")));
        assertEquals(Set.of(), weaknesses(advisory.replace(":reader", ":reader-core")));
        assertEquals(
                Set.of(), weaknesses(advisory.replace("\"id\"", "\"withdrawn\": \"2026-01-01T00:00:00Z\", \"id\"")));
    }

    @Test
    void aVersionThatIsListedIsAffectedWithoutARange() throws IOException {
        String listed = ADVISORY.formatted("{\"introduced\": \"9\"}")
                .replace("reader", "writer")
                .replace("\"ranges\"", "\"versions\": [\"1.0-rc1\"], \"ranges\"");
        assertEquals(1, weaknesses("{\"vulns\": [" + listed + "]}").size());
        assertEquals(1, weaknesses("[" + listed + "]").size());
    }

    @ParameterizedTest
    @CsvSource({
        "true,  GHSA-1,     not_affected,   pkg:maven/org.example/reader@2.9.10?type=jar",
        "true,  CVE-2026-1, false_positive, pkg:maven/org.example/reader",
        "true,  CVE-2026-1, resolved,       urn:cdx:3e671687/1#pkg:maven/org.example/reader@2.9.10?type=jar",
        "true,  CVE-2026-1, not_affected,   urn:cdx:3e671687/1#pkg%3Amaven%2Forg.example%2Freader%402.9.10%3Ftype%3Djar",
        "false, CVE-2026-1, exploitable,    pkg:maven/org.example/reader@2.9.10?type=jar",
        "false, CVE-2026-1, in_triage,      pkg:maven/org.example/reader@2.9.10?type=jar",
        "false, CVE-2026-1, not_affected,   pkg:maven/org.example/reader@2.9.9?type=jar",
        "false, CVE-2026-1, not_affected,   pkg:maven/org.example/writer@1.0-rc1?type=jar",
        "false, CVE-2026-2, not_affected,   pkg:maven/org.example/reader@2.9.10?type=jar",
    })
    void aStatementExcusesItsComponentFromItsWeaknessAlone(boolean excused, String id, String state, String ref)
            throws IOException {
        Set<String> found = weaknesses(ADVISORY.formatted(OLD), STATEMENT.formatted(id, state, ref));
        found.removeIf(line -> !line.contains("GHSA-1"));
        assertEquals(excused ? 0 : 1, found.size());
    }

    @Test
    void aStatementMayAlsoReportAWeakness() throws IOException {
        String ref = "pkg:maven/org.example/writer@1.0-rc1?type=jar";
        assertEquals(
                Set.of("org.example:writer 1.0-rc1: CVE-2026-3 "),
                weaknesses(STATEMENT.formatted("CVE-2026-3", "exploitable", ref)));
        assertEquals(Set.of(), weaknesses(STATEMENT.formatted("CVE-2026-3", "not_affected", ref)));
    }

    @Test
    void aFileOfAnotherKindIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> weaknesses("{\"some\": \"thing\"}"));
    }
}
