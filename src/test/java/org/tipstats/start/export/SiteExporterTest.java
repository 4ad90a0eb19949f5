package org.tipstats.start.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.platform.signing.SigningKeys;
import org.tipstats.platform.signing.StatementSigner;
import org.tipstats.start.export.SiteExporter.Exported;

/** A copy is whole, signed and the same every time, or it is not there. */
class SiteExporterTest {

    private static final List<String> ENGLISH = List.of("en");

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private SmallSite site;
    private Path keys;
    private Path copy;

    @BeforeEach
    void start() throws Exception {
        site = new SmallSite();
        copy = folder.resolve("copy");
        keys = KeyFile.create(folder.resolve("keys.pem"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Exported export(Path target) {
        return new SiteExporter(site.address(), StatementSigner.of(Optional.of(keys)), warnings::add)
                .export("r", ENGLISH, target);
    }

    private List<String> faults(Path of) throws IOException {
        return SiteManifest.faults(of, key(keys));
    }

    private static PublicKey key(Path file) throws IOException {
        return SigningKeys.publicKey(Files.readString(file));
    }

    private static TreeMap<String, String> contents(Path of) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(of)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(of.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private void fails(boolean refused, String words) {
        ExportFailedException failure = assertThrows(ExportFailedException.class, () -> export(copy));
        assertEquals(refused, failure.isRefused(), failure.getMessage());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
        assertFalse(Files.exists(folder.resolve("copy.partial")), "a part is left");
    }

    @Test
    void aCopyHasPagesPartsAndAnswers() throws IOException {
        Exported exported = export(copy);

        var files = contents(copy);
        assertEquals(site.address(), exported.service());
        assertEquals(files.size() - 2, exported.files());
        assertEquals(
                List.of(
                        "api/v1/catalogue.jsonld",
                        "api/v1/codelists.json",
                        "api/v1/data/VICTIMS.csv",
                        "api/v1/data/VICTIMS.parquet",
                        "api/v1/data/VICTIMS.xlsx",
                        "api/v1/data/VICTIMS/AUT.csv",
                        "api/v1/data/VICTIMS/AUT.json",
                        "api/v1/dataflows.json",
                        "api/v1/dataflows/VICTIMS.json",
                        "api/v1/feed.atom",
                        "api/v1/releases.json",
                        "api/v1/releases/r.json",
                        "api/v1/releases/r/bundle.zip",
                        "api/v1/releases/r/manifest.json",
                        "api/v1/series/VICTIMS/AUT.json",
                        "assets/1/base.js",
                        "assets/1/other.js",
                        "en/areas/AUT/index.html",
                        "en/index.html",
                        "en/problems/index.html",
                        "en/tabulate/index.html",
                        "index.html",
                        "manifest.dsse.json",
                        "manifest.json"),
                List.copyOf(files.keySet()));
        assertTrue(files.get("en/index.html").contains("href=\"/en/areas/AUT/\""));
        assertTrue(files.get("manifest.json").contains("\"mediaType\" : \"text/html;charset=UTF-8\""));
    }

    @Test
    void whatTheServiceAnswersInPartsOrNotAtAllIsLinkedThere() throws IOException {
        export(copy);

        var files = contents(copy);
        String all = "href=\"" + site.address() + "/api/v1/data/VICTIMS?release=r\"";
        assertTrue(files.get("en/index.html").contains(all), files.get("en/index.html"));
        assertTrue(files.get("en/areas/AUT/index.html").contains("href=\"" + site.address() + "/en/nothing\""));
    }

    @Test
    void equalWebsitesGiveEqualBytes() throws IOException {
        export(copy);
        export(folder.resolve("again"));

        assertEquals(contents(copy), contents(folder.resolve("again")));
    }

    @Test
    void aSignedCopyShowsEveryChange() throws Exception {
        export(copy);
        assertEquals(List.of(), faults(copy));

        Path page = copy.resolve("en/index.html");
        String was = Files.readString(page);
        Files.writeString(page, was + " ");
        assertEquals(List.of("The file en/index.html was changed."), faults(copy));
        Files.writeString(page, was);
        Files.writeString(copy.resolve("more.html"), "x");
        assertEquals(List.of("The manifest does not have the file more.html."), faults(copy));
        Files.delete(copy.resolve("more.html"));
        Files.delete(copy.resolve("assets/1/other.js"));
        assertEquals(List.of("The file assets/1/other.js is missing."), faults(copy));
        Path list = copy.resolve("manifest.json");
        Files.writeString(list, Files.readString(list).replace("other.js", "third.js"));
        assertEquals(List.of("The file manifest.json was changed."), faults(copy));
        assertEquals(
                List.of("The manifest is not signed with this key."),
                SiteManifest.faults(copy, key(KeyFile.create(folder.resolve("other.pem")))));
        Files.delete(copy.resolve("manifest.dsse.json"));
        assertTrue(
                faults(copy).get(0).contains("not a complete copy"),
                faults(copy).toString());
    }

    @Test
    void onlyTheNewestPublishedReleaseIsCopied() {
        site.put("/api/v1/releases", """
                        {"items":[{"id":"r","status":"PUBLISHED","publishedAt":"2026-01-01T00:00:00Z"},
                        {"id":"s","status":"PUBLISHED","publishedAt":"2026-01-01T00:00:00.5Z"},
                        {"id":"t","status":"WITHDRAWN","publishedAt":"2026-03-01T00:00:00Z"}]}""");
        fails(true, "which is s");
        site.put("/api/v1/releases/r", "{\"id\":\"r\",\"status\":\"WITHDRAWN\"}");
        fails(true, "was withdrawn");
        site.put("/api/v1/releases/r", "{\"status\":404}");
        site.fail("/api/v1/releases/r", 404);
        fails(true, "no published release r");
        assertFalse(Files.exists(copy));
    }

    @Test
    void aFailureLeavesNothing() {
        site.fail("/en/areas/AUT", 500);
        fails(false, "500 for /en/areas/AUT");
        assertFalse(Files.exists(copy));
    }

    @Test
    void aReleaseThatChangesDuringTheExportIsNotCopied() {
        String now = "{\"id\":\"r\",\"title\":\"R\",\"status\":\"%s\",\"publishedAt\":\"2026-01-01T00:00:00Z\","
                + "\"contentHash\":\"ab\",\"errata\":[{\"text\":{\"en\":\"Wrong\"}}]}";
        site.when("/en/problems", () -> site.put("/api/v1/releases/r", now.formatted("PUBLISHED")));
        fails(true, "got an erratum");
        site.when("/en/problems", () -> site.put("/api/v1/releases/r", now.formatted("WITHDRAWN")));
        fails(true, "was withdrawn");
        assertFalse(Files.exists(copy));
    }

    @Test
    void whatEveryCopyMustHaveIsThereOrNoCopyIs() throws IOException {
        for (String address : List.of("/en/tabulate", "/api/v1/feed.atom", "/api/v1/codelists")) {
            site.fail(address, 404);
            fails(false, "404 for " + address + ", which every copy must have");
            site.fail(address, 200);
        }
        site.fail("/api/v1/data/VICTIMS?release=r&format=xlsx", 413);
        export(copy);
        assertFalse(Files.exists(copy.resolve("api/v1/data/VICTIMS.xlsx")));
    }

    @Test
    void aServiceThatNamesNoPublicAddressIsReported() throws IOException {
        export(copy);
        assertEquals(
                List.of("The links of this copy lead to this machine only. Set TIPSTATS_CATALOGUE_ADDRESS and export"
                        + " again."),
                warnings);
        warnings.clear();
        site.put(
                "/en/",
                "<html lang='en'><link rel='alternate' hreflang='en' href='https://localhost.example.org/en/'>");
        export(folder.resolve("public"));
        assertEquals(List.of(), warnings);
    }

    @Test
    void aServiceWithTooMuchToDoIsAskedAgain() throws IOException {
        site.beBusy(5);
        export(copy);
        assertEquals(List.of(), faults(copy));
    }

    @Test
    void noFolderOfSomebodyElseIsFilled() throws IOException {
        Files.createDirectory(copy);
        Files.writeString(copy.resolve("mine.txt"), "mine");
        fails(false, "is not empty");
        assertEquals("mine", Files.readString(copy.resolve("mine.txt")));
        Files.delete(copy.resolve("mine.txt"));
        Files.createDirectory(folder.resolve("copy.partial"));
        ExportFailedException failure = assertThrows(ExportFailedException.class, () -> export(copy));
        assertTrue(failure.getMessage().contains("cut off"), failure.getMessage());
        Files.delete(folder.resolve("copy.partial"));
        export(copy);
        assertEquals(List.of(), faults(copy));
    }
}
