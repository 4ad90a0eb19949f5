package org.tipstats.site.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.site.chapter.SourceReference;
import org.tipstats.site.frame.Assets;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frame.Theme;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.home.LandingPages.FigureRows.FigureRow;
import org.tipstats.site.home.LandingPages.HeadlineTable;
import org.tipstats.site.home.LandingPages.LandingPage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;

/** Tests the page in states that a running service rarely has. */
@QuarkusTest
class LandingPageTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/regional_2010-2016.csv");
    private static final ReleaseReference RELEASE = new ReleaseReference(
            "2018-1",
            new LocalText(Map.of("en", "Victims <2010-2016>")),
            Instant.parse("2018-05-03T09:00:00Z"),
            "3f9a",
            7,
            true);

    private static final PageTexts ENGLISH = PageTexts.in("en");

    @Inject
    LandingPages pages;

    @Inject
    Assets assets;

    @Test
    void asLongAsNothingIsPublishedThePageSaysSoAndOffersTheRest() {
        LandingPage page = pages.unpublished();
        String html = render(page)
                + LandingResource.Pages.developers(frame(), ENGLISH, page, null).render();

        assertTrue(html.contains("No release yet"));
        assertTrue(html.contains("/api/v1/dataflows/VICTIMS/template.xlsx"));
        assertFalse(html.contains("/api/v1/data/"), "the page must not link to missing data");
        assertFalse(html.contains("id=\"cite\""));
    }

    @Test
    void aReleaseWithoutFiguresShowsWhatItIs() {
        LandingPage page = pages.of(RELEASE, LandingPageTest::empty, ENGLISH);
        String html = render(page)
                + LandingResource.Pages.developers(frame(), ENGLISH, page, null).render();

        assertNull(page.figures());
        assertTrue(html.contains("Victims &lt;2010-2016&gt;"));
        assertTrue(html.contains("published <time datetime=\"2018-05-03T09:00:00Z\">3 May 2018</time>"));
        assertTrue(html.contains("release=2018-1"));
        assertTrue(html.contains("TIPstats, release 2018-1: Victims &lt;2010-2016&gt;. Published 3 May 2018."));
    }

    @Test
    void aReleaseIsCitedUnderTheNameOfItsPublisher() {
        assertEquals(
                "The Agency, release 2018-1: Victims <2010-2016>. Published 3 May 2018.",
                SourceReference.citation(RELEASE, "The Agency", ENGLISH));
    }

    /** Compares with figures that another program calculated independently. */
    @Test
    void theFiguresOfThePublicTableComeOutAsTheyShould() throws IOException {
        Vintage victims = new Vintage(SampleCubes.compiled("VICTIMS"));
        HeadlineTable figures = pages.of(RELEASE, dataflow -> victims, ENGLISH).figures();

        List<String> shown = new ArrayList<>();
        figures.regions().forEach(row -> shown.add(text(row)));
        shown.add(text(figures.world()));
        List<String> expected = Files.readAllLines(GOLDEN).stream()
                .filter(line -> line.startsWith("2016,"))
                .map(LandingPageTest::expected)
                .toList();
        assertEquals(6, expected.size());
        assertEquals(expected, shown);
    }

    @Test
    void theHeadComesFirstAndThePopulationLast() {
        List<String> ids = pages.unpublished().dataflows().stream()
                .map(row -> row.dataflow().id())
                .toList();

        assertEquals("VICTIMS", ids.get(0));
        assertEquals("POPULATION", ids.get(ids.size() - 1));
        assertEquals(SampleCubes.SCHEMAS.dataflows().size(), ids.size());
        assertEquals(
                List.of("MIRROR", "MIRROR_FLOWS"),
                pages.unpublished().dataflows().stream()
                        .filter(row -> row.dataflow().isDerived())
                        .map(row -> row.dataflow().id())
                        .toList());
    }

    @Test
    void aSuppressedFigureIsNowhereInThePage() {
        Dataflow dataflow = SampleCubes.dataflow("VICTIMS");
        Coverage withheld = new Coverage(null, null, 29, 1, 0, new BigDecimal("70.2"));
        Cube cube = Cube.of(
                new KeySpace(dataflow.structure()),
                List.of(
                        figure(dataflow, "001", new BigDecimal(70), "A", coverage(new BigDecimal(70))),
                        figure(dataflow, "009", null, "Q", withheld)));

        String html =
                render(pages.of(RELEASE, d -> d.id().equals(dataflow.id()) ? new Vintage(cube) : empty(d), ENGLISH));

        String row = html.substring(html.indexOf("Oceania"));
        row = row.substring(0, row.indexOf("</tr>"));
        assertTrue(row.contains("withheld: a small count, or to protect another figure"));
        assertEquals(
                List.of("1 of 29", "70.2%"),
                row.replaceAll("<svg.*?</svg>", "")
                        .replaceAll("<[^>]*>", "|")
                        .lines()
                        .flatMap(line -> List.of(line.split("\\|")).stream())
                        .map(String::strip)
                        .filter(text -> text.matches(".*\\d.*"))
                        .toList());
    }

    private String render(LandingPage page) {
        return LandingResource.Pages.landing(frame(), ENGLISH, page, null).render();
    }

    private Frame frame() {
        return new Frame(
                ENGLISH,
                assets,
                PageContext.titled("Start"),
                Theme.AUTO,
                "/en/",
                "http://localhost",
                List.of(),
                List.of(),
                null,
                "/en/sign-in",
                "Sign in",
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static Observation figure(
            Dataflow dataflow, String area, BigDecimal value, String status, Coverage coverage) {
        long key = new KeySpace(dataflow.structure())
                .parse("A." + area + "._T._T._T.NUMBER.2016")
                .orElseThrow();
        return new Observation(key, value, status, value == null ? "C" : null, Map.of(), coverage);
    }

    private static Coverage coverage(BigDecimal exact) {
        return new Coverage(exact, exact, 248, 3, 0, new BigDecimal("60.0"));
    }

    /** Returns name, value, range, areas, population share and rate. */
    private static String text(FigureRow row) {
        return String.join(
                " | ",
                row.name(),
                row.value().number(),
                row.bounds().number(),
                row.reporting().number(),
                row.covered().number(),
                row.rate().number());
    }

    private static String expected(String line) {
        String[] field = line.split(",");
        String low = String.format(Locale.ENGLISH, "%,d", Long.parseLong(field[5]));
        String high = String.format(Locale.ENGLISH, "%,d", Long.parseLong(field[6]));
        return String.join(
                " | ",
                field[1],
                low,
                low.equals(high) ? low : low + "–" + high,
                field[3] + " of " + field[2],
                field[7] + "%",
                new BigDecimal(field[8])
                        .setScale(2, java.math.RoundingMode.HALF_UP)
                        .toPlainString());
    }

    private static Vintage empty(Dataflow dataflow) {
        return new Vintage(Cube.empty(new KeySpace(dataflow.structure())));
    }
}
