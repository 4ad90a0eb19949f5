package org.tipstats.site.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.SignedIn;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.Frame.Theme;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/**
 * Makes pictures of the main pages in {@code target/pictures}, so that anyone can look at them after a build. The
 * figures are those that some countries reported for the years 2014 to 2016.
 */
@QuarkusTest
class MainPagesPicturesTest extends PageTest {

    private static final String RELEASE = "pictures-1";
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final Path SAMPLES = Path.of("sample-data", "accepted");
    private static final String YEARS = "(?s).*,201[4-6],.*";
    private static final List<String> AREAS = List.of("AUT", "DEU", "FRA", "ITA", "ROU", "USA", "NGA", "PHL");

    /** An invented file, for the queue of the reviewer. */
    private static final String WAITING = """
            REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE
            AUT,_T,_T,_T,2017,75
            AUT,F,_T,_T,2017,50
            AUT,M,_T,_T,2017,25
            """;

    /** Longer pages are cut: the first sheets show how a page looks. */
    private static final int MAX_HEIGHT = 3_000;

    private static final String PICTURES_LOADED = """
            async () => {
              for (const image of document.images) image.loading = 'eager';
              await Promise.all([...document.images].map((image) => image.decode()));
              document.querySelector('figure[data-chart]')?.scrollIntoView();
            }""";

    private static final String CHARTS_DRAWN = "() => !document.querySelector('figure[data-chart]:not([data-ready])')";

    private static final String CHOICE =
            "SEX=_T&AGE=_T&EXPLOITATION=_T&TIME_PERIOD=2014:2016&release=" + RELEASE + "&UNIT_MEASURE=";

    private static final Map<String, String> PUBLIC = new LinkedHashMap<>();

    static {
        PUBLIC.put("start", "/");
        PUBLIC.put("topic", "/topics/women-and-children");
        PUBLIC.put("brief", "/areas/AUT/brief");
        PUBLIC.put("profile", "/areas/150");
        PUBLIC.put("chart", "/data/VICTIMS?REF_AREA=AUT,DEU,FRA,150&view=line&" + CHOICE + "NUMBER");
        PUBLIC.put("map", "/data/VICTIMS?REF_AREA=*&view=map&" + CHOICE + "PER_100000_POP");
        PUBLIC.put("flows", "/flows?AREA=155");
        PUBLIC.put("coverage", "/coverage?dataflow=VICTIMS&region=155");
        PUBLIC.put("release", "/releases/" + RELEASE);
        PUBLIC.put("report", "/reports/" + RELEASE);
        PUBLIC.put("search", "/search?q=france");
        PUBLIC.put("check", "/check");
    }

    @Inject
    TestReleases releases;

    @Inject
    SignedIn people;

    @BeforeEach
    void publish() throws IOException {
        if (releases.isPublished(RELEASE)) {
            return;
        }
        releases.accept("POPULATION", "population", reported(Path.of("sample-data", "reference", "population.csv")));
        for (String dataflow : List.of("VICTIMS", "PERSONS", "VICTIMS_CITIZENSHIP", "VICTIMS_REPATRIATION")) {
            for (String area : AREAS) {
                Path file = SAMPLES.resolve(dataflow).resolve(area + ".csv");
                String rows = Files.exists(file) ? reported(file) : "";
                if (rows.lines().count() > 1) {
                    releases.accept(dataflow, area, rows);
                }
            }
        }
        releases.publish(RELEASE);
        releases.submit("VICTIMS", "AUT", WAITING);
    }

    /** Returns the rows of a file for the years of the pictures, with the header. */
    private static String reported(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains("OBS_VALUE") || line.matches(YEARS))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 1280, true", "ar, DARK, 360, false"})
    void eachMainPageHasItsPicture(String language, Theme theme, int width, boolean printed) {
        makePictures(new PageView(language, theme, width, true), printed);
    }

    /** The same pages in further looks, which other tests check. */
    @ParameterizedTest
    @CsvSource({"en, LIGHT, 768", "en, DARK, 360", "ar, LIGHT, 360", "zh, LIGHT, 1280"})
    @EnabledIfSystemProperty(named = "pictures", matches = "all")
    void moreLooksHaveTheirPictures(String language, Theme theme, int width) {
        makePictures(new PageView(language, theme, width, true), false);
    }

    private void makePictures(PageView look, boolean printed) {
        try (BrowserPage seen = reader(look)) {
            PUBLIC.forEach((name, path) -> pictures(seen, look, printed, path, name));
        }
        try (BrowserPage seen = signedIn(people.reviewer(), look)) {
            pictures(seen, look, printed, "/desk/review", "desk");
            assertEquals(1, seen.page().locator("table.queue tbody tr").count(), "one file waits");
        }
    }

    private static void pictures(BrowserPage seen, PageView look, boolean printed, String path, String name) {
        Page page = seen.alone().page();
        assertEquals(200, seen.go("/" + look.language() + path).status(), path);
        page.evaluate(PICTURES_LOADED);
        page.waitForFunction(CHARTS_DRAWN);
        String folder =
                look.language() + "-" + look.width() + "-" + look.theme().id();
        picture(page, look.width(), FOLDER.resolve(folder).resolve(name + ".png"));
        if (printed) {
            // Readers print what they see.
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            picture(page, look.width(), FOLDER.resolve(folder + "-print").resolve(name + ".png"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    private static void picture(Page page, int width, Path file) {
        int height = ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(file)
                .setFullPage(true)
                .setClip(0, 0, width, Math.min(height, MAX_HEIGHT)));
        assertEquals(width, width(file), file + " has another width");
    }

    /** Returns the width of a picture; a file that is no PNG has none. */
    private static int width(Path file) {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var reader = ImageIO.getImageReadersByFormatName("png").next();
            reader.setInput(in);
            return reader.getWidth(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
