package org.tipstats.site.flows;

import com.ibm.icu.text.Collator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.LinkedCells.LinkedCell;
import org.tipstats.site.chapter.SourceReference;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.flows.Pairs.FlowQuery;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Derivation;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the page of flows from published figures, and finds the data for pages on pairs of areas. */
@ApplicationScoped
class FlowsService {

    /**
     * The flows of an area in a year, ready for the template.
     *
     * @param heading the heading, with the area if one is chosen
     * @param said a sentence that names the release; null if no release is published
     * @param areas the areas to choose from
     * @param years the years with figures; empty if there are no figures
     * @param keep other parameters, which the form sends unchanged
     * @param previous the link to the year before; null if there is none
     * @param next the link to the year after; null if there is none
     * @param nothing a sentence that says why there are no figures; null if there are figures
     * @param views the choice between bars and bands
     */
    record FlowsPage(
            String heading,
            String said,
            List<Choice> areas,
            List<Choice> years,
            Map<String, String> keep,
            Link previous,
            Link next,
            String nothing,
            List<View> views,
            List<Part> parts) {}

    record Link(String text, String address) {}

    record View(String text, String address, boolean current) {}

    /**
     * The part of the page on one dataset.
     *
     * @param id an id, unique in the page
     * @param total the published total, in a sentence; null if there is no total
     * @param drawing the chart; null if no value is shown
     * @param more a sentence on how many values the chart shows one by one; null if it shows all of them
     */
    record Part(
            String id,
            String heading,
            String caption,
            String total,
            Drawing drawing,
            String more,
            String column,
            List<Row> rows,
            Map<String, String> signs,
            String api,
            String explorer) {}

    /** A row of the table. */
    record Row(String name, LinkedCell cell) {}

    static final String BANDS = "bands";

    private final PublicData data;
    private final SchemaRegistry schemas;
    private final PublishedReleases published;

    FlowsService(PublicData data, SchemaRegistry schemas, PublishedReleases published) {
        this.data = data;
        this.schemas = schemas;
        this.published = published;
    }

    /**
     * Makes the page of the flows of an area.
     *
     * @throws ProblemException 404 if there is no such area
     */
    FlowsPage flows(FlowQuery query, PageTexts texts) {
        Optional<Code> area = area(query.get(FlowQuery.AREA));
        if (area.isEmpty() || published.latest().isEmpty()) {
            String none = area.isEmpty() ? "flows.choose" : "release.none.text";
            return page(query, area, null, List.of(), texts.say(none), List.of(), texts);
        }
        List<Pairs> all = pairs(area.get(), query);
        BitSet years = new BitSet();
        all.forEach(pairs -> years.or(pairs.years()));
        String name = texts.of(area.get().name());
        if (years.isEmpty()) {
            String nothing = texts.say("flows.none", "area", name);
            return page(query, area, release(all), List.of(), nothing, List.of(), texts);
        }
        Dimension time = all.get(0).dataflow().structure().time();
        String year = year(query.get(FlowQuery.YEAR), years, time);
        FlowParts parts = new FlowParts(name, year, BANDS.equals(query.get(FlowQuery.VIEW)), texts);
        List<Choice> options = years.stream()
                .mapToObj(time::valueAt)
                .map(one -> new Choice(one, one, one.equals(year)))
                .toList();
        List<Part> both = List.of(parts.of("detected", all.get(0), true), parts.of("returned", all.get(1), false));
        return page(query, area, release(all), options, null, both, texts);
    }

    /**
     * Returns the pairs by citizenship and the pairs by country of return. The list is empty if the schemas have no
     * such dataflows.
     */
    private List<Pairs> pairs(Code area, FlowQuery query) {
        Map<Role, String> wanted = Map.of(Role.AREA, area.id());
        return mirror().map(pairs -> List.of(
                        pairs(source(pairs, "detected"), Role.CITIZENSHIP, wanted, query),
                        pairs(source(pairs, "returned"), Role.COUNTERPART, wanted, query)))
                .orElse(List.of());
    }

    private static ReleaseReference release(List<Pairs> all) {
        return all.isEmpty() ? null : all.get(0).release();
    }

    /** Returns the requested year if it has figures, otherwise the last year that has figures. */
    private static String year(String requested, BitSet years, Dimension time) {
        int wanted = requested == null ? -1 : time.positionOf(requested);
        return time.valueAt(wanted >= 0 && years.get(wanted) ? wanted : years.length() - 1);
    }

    private FlowsPage page(
            FlowQuery query,
            Optional<Code> area,
            ReleaseReference release,
            List<Choice> years,
            String nothing,
            List<Part> parts,
            PageTexts texts) {
        String heading = area.map(code -> texts.say("flows.heading.area", "area", texts.of(code.name())))
                .orElseGet(() -> texts.say("flows.heading"));
        int now = 0;
        while (now < years.size() && !years.get(now).chosen()) {
            now++;
        }
        Map<String, String> keep =
                query.with(FlowQuery.AREA, null).with(FlowQuery.YEAR, null).values();
        return new FlowsPage(
                heading,
                said(release, texts),
                options(query.get(FlowQuery.AREA), texts),
                years,
                keep,
                now < 1 || now >= years.size() ? null : step(query, years.get(now - 1), texts),
                now + 1 >= years.size() ? null : step(query, years.get(now + 1), texts),
                nothing,
                parts.isEmpty() ? List.of() : views(query, texts),
                parts);
    }

    private static Link step(FlowQuery query, Choice year, PageTexts texts) {
        return new Link(year.text(), address(query.with(FlowQuery.YEAR, year.value()), texts));
    }

    private static List<View> views(FlowQuery query, PageTexts texts) {
        boolean bands = BANDS.equals(query.get(FlowQuery.VIEW));
        return List.of(
                new View(texts.say("flows.view.bars"), address(query.with(FlowQuery.VIEW, null), texts), !bands),
                new View(texts.say("flows.view.bands"), address(query.with(FlowQuery.VIEW, BANDS), texts), bands));
    }

    private static String address(FlowQuery query, PageTexts texts) {
        return "/" + texts.language() + "/flows" + query.text();
    }

    /** Returns a sentence that names the release of the figures; null if there is none. */
    String said(ReleaseReference release, PageTexts texts) {
        return release == null
                ? null
                : SourceReference.sentence(release, published.latest().orElseThrow(), texts);
    }

    /**
     * Returns the area with a code; empty if the code is null.
     *
     * @throws ProblemException 404 if there is no such area
     */
    Optional<Code> area(String id) {
        return Optional.ofNullable(id)
                .map(code -> schemas.areas().find(code).orElseThrow(() -> ProblemException.notFound("area")));
    }

    /** Returns the areas to choose from, sorted by name. Leaves out groups, except a chosen group. */
    List<Choice> options(String chosen, PageTexts texts) {
        Collator collator = texts.collator();
        return schemas.areas().codes().stream()
                .filter(code -> !code.isAreaGroup() || code.id().equals(chosen))
                .map(code ->
                        new Choice(code.id(), texts.of(code.name()), code.id().equals(chosen)))
                .sorted(Comparator.comparing(Choice::text, collator::compare))
                .toList();
    }

    /** Returns the dataflow that compares two areas; empty if the schemas have none. */
    Optional<Dataflow> mirror() {
        return schemas.derivedBy(Derivation.Method.MIRROR_PAIRS);
    }

    private Dataflow source(Dataflow derived, String name) {
        return schemas.dataflow(derived.derivation().source(name)).orElseThrow();
    }

    /** Selects pairs, see {@link Pairs#of}. */
    Pairs pairs(Dataflow dataflow, Role other, Map<Role, String> wanted, FlowQuery query) {
        return Pairs.of(data, dataflow, other, wanted, query.get(FlowQuery.RELEASE));
    }
}
