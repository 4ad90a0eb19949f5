package org.tipstats.site.home;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.home.FigureRows.FigureRow;
import org.tipstats.site.home.HeadlineFinder.Headline;
import org.tipstats.site.home.LandingPages.DataflowRow;
import org.tipstats.site.home.LandingPages.HeadlineTable;
import org.tipstats.site.home.LandingPages.LatestRelease;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Dataflow;

/** Makes the texts of the landing page in one language. */
final class LandingTexts {

    private static final String API = "/api/v1/";

    private final String publisher;
    private final PageTexts texts;
    private final DayTexts days;

    /**
     * Makes texts in one language.
     *
     * @param publisher the publisher's name for citations
     */
    LandingTexts(String publisher, PageTexts texts) {
        this.publisher = publisher;
        this.texts = texts;
        this.days = new DayTexts(texts);
    }

    LatestRelease release(ReleaseReference release) {
        String published = days.day(release.publishedAt());
        Map<String, Object> values =
                Map.of("publisher", publisher, "id", release.id(), "title", release.title(), "published", published);
        return new LatestRelease(
                release.id(),
                release.title(),
                release.publishedAt().toString(),
                published,
                "/" + texts.language() + "/releases/" + Addresses.encoded(release.id()),
                texts.say("cite.citation", values),
                "release=" + Addresses.encoded(release.id()),
                release.contentHash());
    }

    HeadlineTable table(Headline headline, DataAddresses addresses) {
        FigureCells cells = new FigureCells(headline.dataflow(), texts);
        FigureRows rows = new FigureRows(cells, texts);
        FigureRow world = rows.of(headline.world());
        List<FigureRow> regions = headline.regions().stream()
                .map(rows::of)
                .sorted(Comparator.comparing(FigureRow::name, texts.collator()))
                .toList();
        Map<String, Object> about = Map.of("year", headline.year(), "area", world.name());
        String json = addresses.of(headline);
        return new HeadlineTable(
                texts.say("figures.heading", about),
                texts.say("figures.caption", about),
                cells.sentence(world.name(), headline.year(), headline.world().coverage()),
                world,
                basis(headline.world().coverage()),
                cells.perPeople(),
                regions,
                cells.signs(),
                json,
                json + "&format=csv",
                addresses.provenance(headline));
    }

    private String basis(Coverage coverage) {
        return texts.say("figures.basis", Map.of("masked", coverage == null ? 0 : coverage.masked()));
    }

    /**
     * Makes the row of a dataflow.
     *
     * @param held the number of values in the release
     * @param address the API URL of the data; null if there is no release
     */
    DataflowRow row(Dataflow dataflow, int held, String address) {
        boolean any = held > 0;
        String structure = API + "dataflows/" + Addresses.encoded(dataflow.id());
        return new DataflowRow(
                dataflow.id(),
                texts.of(dataflow.name()),
                texts.of(dataflow.description()),
                any ? texts.say("data.values", Map.of("n", held)) : null,
                any ? address : null,
                any ? address + "&format=csv" : null,
                structure,
                dataflow.isDerived() ? null : structure + "/template.xlsx");
    }
}
