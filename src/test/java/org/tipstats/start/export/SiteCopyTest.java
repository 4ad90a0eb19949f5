package org.tipstats.start.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.Frame.Theme;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;
import org.tipstats.start.command.CommandRun;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The copy of the website that the command makes is whole, leads nowhere else, and looks and says what the website does. */
@QuarkusTest
class SiteCopyTest extends PageTest {

    private static final String RELEASE = "copied-1";
    private static final String DRAFT = "copied-draft";

    /** Pages of all kinds with figures, charts and choices. */
    private static final List<String> PAGES =
            List.of("/", "/areas/AUT/", "/areas/AUT/brief/", "/data/VICTIMS/", "/topics/who-reports/150/");

    @TempDir
    static Path folder;

    private static CommandRun made;

    @Inject
    TestReleases releases;

    @Inject
    SchemaRegistry schemas;

    @Inject
    Clock clock;

    private static Path copy() {
        return folder.resolve("copy");
    }

    private static String service() {
        return "http://localhost:" + RestAssured.port;
    }

    @BeforeEach
    void copyOnce() throws Exception {
        if (made == null) {
            releases.acceptOne();
            releases.publish(RELEASE);
            String key = KeyFile.create(folder.resolve("key.pem")).toString();
            made = export(RELEASE, copy(), "--lang", "en,ar", "--signing-key", key);
        }
        assertEquals(0, made.exitCode(), made.out() + made.err());
    }

    private CommandRun export(String release, Path target, String... more) {
        List<String> arguments = new ArrayList<>(List.of(target.toString(), "--release", release, "--url", service()));
        arguments.addAll(List.of(more));
        return CommandRun.of("export-site", schemas, clock, arguments.toArray(String[]::new));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(copy())) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    /** Returns the paths of the pages in a language, without the language. */
    private static Set<Path> below(String language, List<Path> pages) {
        Path root = copy().resolve(language);
        return pages.stream()
                .filter(page -> page.startsWith(root))
                .map(root::relativize)
                .collect(Collectors.toSet());
    }

    /** Returns all pages in English, and every fifth one in Arabic. Fails if there are other pages in Arabic. */
    private static List<Path> checked(List<Path> pages) {
        assertEquals(below("en", pages), below("ar", pages));
        List<Path> sorted = pages.stream().sorted().toList();
        return IntStream.range(0, sorted.size())
                .filter(i -> i % 5 == 0 || !sorted.get(i).startsWith(copy().resolve("ar")))
                .mapToObj(sorted::get)
                .toList();
    }

    private static List<String> targets(Document page) {
        List<String> targets = new ArrayList<>();
        for (Element element : page.select("[href], [src], [action], [data-address]")) {
            for (String attribute : List.of("href", "src", "action", "data-address")) {
                targets.add(element.attr(attribute).split("#", 2)[0]);
            }
        }
        targets.removeIf(String::isEmpty);
        return targets;
    }

    @Test
    void everyLinkLeadsToTheCopyOrToTheWebsite() throws IOException {
        Set<String> broken = new TreeSet<>();
        TreeMap<String, String> outside = new TreeMap<>();
        List<Path> pages = pages();
        for (Path file : checked(pages)) {
            Document page = Jsoup.parse(file.toFile(), "UTF-8");
            assertEquals(List.of(), page.select("form[method=post]"), file.toString());
            for (String target : targets(page)) {
                if (target.startsWith(service() + "/")) {
                    String path = target.substring(service().length());
                    // One link of each kind: the website has thousands.
                    outside.putIfAbsent(path.split("\\?")[0].replaceAll("^(/[^/]*/[^/]*).*", "$1"), path);
                    assertFalse(CopyRules.isDesk(path), target);
                } else if (!target.startsWith("/")
                        || !Files.isRegularFile(
                                copy().resolve((target.endsWith("/") ? target + "index.html" : target).substring(1)))) {
                    broken.add(target + " on " + copy().relativize(file));
                }
            }
        }
        assertEquals(Set.of(), broken);
        assertTrue(pages.size() > 1_000, pages.size() + " pages");
        for (String path : outside.values()) {
            int status = RestAssured.given().urlEncodingEnabled(false).get(path).statusCode();
            assertEquals(200, status, path);
        }
    }

    @Test
    void aPageHasTheFiguresOfTheWebsite() throws IOException {
        for (String path : PAGES) {
            Document copied =
                    Jsoup.parse(copy().resolve("ar" + path + "index.html").toFile(), "UTF-8");
            String address = copied.selectFirst("link[rel=canonical]").attr("href");
            Document original = Jsoup.connect(address).get();
            assertEquals(cells(original), cells(copied), path);
            assertEquals(original.title(), copied.title());
        }
        assertTrue(cells(Jsoup.parse(copy().resolve("ar/areas/AUT/index.html").toFile(), "UTF-8"))
                .contains("120"));
    }

    private static List<String> cells(Document page) {
        return page.select("td, th, h1, h2, figcaption").stream()
                .map(Element::text)
                .toList();
    }

    @Test
    void theAnswersOfTheApiAreThoseOfTheService() throws IOException {
        String api = "/api/v1/data/VICTIMS?REF_AREA=AUT&release=" + RELEASE;
        assertEquals(
                RestAssured.get(api + "&limit=10000").asString(),
                Files.readString(copy().resolve("api/v1/data/VICTIMS/AUT.json")));
        assertEquals(
                RestAssured.get(api + "&format=csv").asString(),
                Files.readString(copy().resolve("api/v1/data/VICTIMS/AUT.csv")));
        for (String file : List.of(
                "releases/" + RELEASE + ".json",
                "releases/" + RELEASE + "/bundle.zip",
                "releases/" + RELEASE + "/manifest.json",
                "series/VICTIMS/AUT.json",
                "codelists/CL_AREA.json",
                "dataflows.json",
                "data/VICTIMS.csv",
                "data/VICTIMS.parquet",
                "catalogue.jsonld",
                "feed.atom")) {
            assertTrue(Files.size(copy().resolve("api/v1").resolve(file)) > 0, file);
        }
    }

    @Test
    void filesThatAreMadeAgainHaveTheSameBytes() throws IOException {
        String data = "/api/v1/data/VICTIMS?release=" + RELEASE + "&format=";
        Map<String, String> addresses = Map.of(
                "api/v1/releases/" + RELEASE + "/bundle.zip",
                "/api/v1/releases/" + RELEASE + "/bundle.zip",
                "api/v1/data/VICTIMS.parquet",
                data + "parquet",
                "api/v1/data/VICTIMS.xlsx",
                data + "xlsx");
        for (Map.Entry<String, String> file : addresses.entrySet()) {
            byte[] again = RestAssured.get(file.getValue()).asByteArray();
            assertArrayEquals(again, Files.readAllBytes(copy().resolve(file.getKey())), file.getKey());
        }
    }

    @Test
    void theCopyIsSigned() {
        String key = folder.resolve("key.pem").toString();
        CommandRun run = CommandRun.of("release", schemas, clock, "verify", copy().toString(), "--key", key);
        assertEquals(0, run.exitCode(), run.out() + run.err());
        assertTrue(made.out().contains("signed"), made.out());
    }

    @Test
    void whatIsNotPublicIsNotCopied() {
        if (!RestAssured.get("/api/v1/releases/" + DRAFT).asString().contains("PUBLISHED")) {
            releases.publish(DRAFT, clock.instant().plus(Duration.ofDays(9)));
        }
        CommandRun run = export(DRAFT, folder.resolve("early"));
        assertEquals(1, run.exitCode(), run.out() + run.err());
        assertTrue(run.err().contains("A draft or a release under embargo cannot be exported."), run.err());
        assertFalse(Files.exists(folder.resolve("early")));
        CommandRun elsewhere = CommandRun.of(
                "export-site",
                schemas,
                clock,
                folder.resolve("early").toString(),
                "--release",
                RELEASE,
                "--url",
                "http://localhost:1");
        assertEquals(3, elsewhere.exitCode(), elsewhere.err());
        assertEquals(2, export(RELEASE, folder.resolve("early"), "--lang", "de").exitCode());
        String notes = folder.resolve("copy/manifest.json").toString();
        CommandRun unsigned = export(RELEASE, folder.resolve("early"), "--signing-key", notes);
        assertEquals(3, unsigned.exitCode(), unsigned.err());
    }

    /**
     * Each page in one language and on one screen. The website has the same pages, with other links and without the note, and
     * other tests check them in all looks.
     */
    @Test
    void theCopyIsFitForEveryone() throws IOException {
        List<PageView> looks =
                List.of(PageView.at(PageView.DESK), PageView.at(PageView.PHONE).in("ar"));
        try (CopyServer server = new CopyServer(copy())) {
            for (int i = 0; i < PAGES.size(); i++) {
                try (BrowserPage seen = openCopy(server.address(), PAGES.get(i), looks.get((i + 1) % 2))) {
                    seen.picture("copy" + PAGES.get(i).replace('/', '-')).check();
                }
            }
        }
    }

    @Test
    void anotherChoiceOfAChartIsOnTheWebsite() throws IOException {
        PageView look = new PageView("en", Theme.LIGHT, PageView.DESK, true);
        try (CopyServer server = new CopyServer(copy());
                BrowserPage seen = openCopy(server.address(), "/data/VICTIMS/", look)) {
            seen.alone().page().waitForSelector("figure.chart svg");
            seen.page().click("nav.tabs a:has-text('Table')");
            seen.page().waitForURL(service() + "/en/data/VICTIMS?**");
        }
    }
}
