package org.tipstats.site.home;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tipstats.publish.read.ReleaseReference;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.home.LandingPage.DataflowRow;
import org.tipstats.site.home.LandingPage.HeadlineTable;
import org.tipstats.site.home.LandingPage.LatestRelease;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;

/** Words the parts of the landing page in one language. */
final class LandingTexts {

    private static final String API = "/api/v1/";

    private final String publisher;
    private final PageTexts texts;
    private final NumberTexts numbers;
    private final DayTexts days;

    /**
     * Makes texts in one language.
     *
     * @param publisher the publisher's name for citations
     */
    LandingTexts(String publisher, PageTexts texts) {
        this.publisher = publisher;
        this.texts = texts;
        this.numbers = new NumberTexts(texts);
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
        CodeList statuses = headline.dataflow()
                .structure()
                .attribute(Role.STATUS)
                .map(Attribute::codes)
                .orElseThrow();
        FigureRows rows = new FigureRows(statuses, texts, numbers);
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
                sentence(headline, world),
                world,
                basis(headline.world().coverage()),
                perPeople(headline.dataflow()),
                regions,
                rows.signs(),
                json,
                json + "&format=csv",
                addresses.provenance(headline));
    }

    /** Returns a sentence with the world's figure and its coverage; null if one of these is not shown. */
    private String sentence(Headline headline, FigureRow world) {
        Coverage coverage = headline.world().coverage();
        if (coverage == null || coverage.lower() == null || coverage.population() == null) {
            return null;
        }
        return texts.say(
                "figures.sentence",
                Map.of(
                        "area", world.name(),
                        "year", headline.year(),
                        "least", numbers.exact(coverage.lower()),
                        "reporting", coverage.reporting(),
                        "areas", coverage.areas(),
                        "share", numbers.exact(coverage.population())));
    }

    private String basis(Coverage coverage) {
        return texts.say("figures.basis", Map.of("masked", coverage == null ? 0 : coverage.masked()));
    }

    private String perPeople(Dataflow dataflow) {
        return dataflow.unit("RATE")
                .flatMap(unit -> unit.annotation("PER"))
                .map(per -> texts.say("figures.per", Map.of("n", numbers.whole(Long.parseLong(per)))))
                .orElseGet(() -> texts.say("figures.rate"));
    }

    /**
     * Makes the row of a dataflow.
     *
     * @param held the number of values in the release
     * @param address the API address of the data; null without a release
     */
    DataflowRow row(Dataflow dataflow, int held, String address) {
        boolean any = held > 0;
        String structure = API + "dataflows/" + Addresses.encoded(dataflow.id());
        return new DataflowRow(
                dataflow.id(),
                dataflow.name().inLanguage(texts.language()),
                dataflow.description().inLanguage(texts.language()),
                any ? texts.say("data.values", Map.of("n", held)) : null,
                any ? address : null,
                any ? address + "&format=csv" : null,
                structure,
                dataflow.isDerived() ? null : structure + "/template.xlsx");
    }
}
