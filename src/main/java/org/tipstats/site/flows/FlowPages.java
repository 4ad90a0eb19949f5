package org.tipstats.site.flows;

import jakarta.inject.Singleton;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tipstats.disseminate.comparison.FlowService;
import org.tipstats.disseminate.comparison.FlowService.ReleaseFlows;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.flows.FlowParts.Part;
import org.tipstats.site.flows.Pairs.FlowQuery;
import org.tipstats.site.flows.PlaceParts.PlacePart;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Makes the page of flows from published figures: of one area, or of the world or another group of areas. */
@Singleton
record FlowPages(FlowsService service, FlowService flowService, PublishedReleases published) {

    /**
     * The flows of an area in a year, ready for the template.
     *
     * @param heading the heading, with the area or group
     * @param said a sentence that names the release; null if no release is published
     * @param groups the groups of areas to choose from
     * @param areas the areas to choose from
     * @param years the years with figures; empty if there are no figures
     * @param keep other parameters, which the form sends unchanged
     * @param previous the link to the year before; null if there is none
     * @param next the link to the year after; null if there is none
     * @param nothing a sentence that says why there are no figures; null if there are figures
     * @param views the choice between bars and bands
     * @param parts the parts for an area; empty for a group
     * @param flows the parts for a group; empty for an area
     */
    record FlowsPage(
            String heading,
            String said,
            List<Choice> groups,
            List<Choice> areas,
            List<Choice> years,
            Map<String, String> keep,
            Link previous,
            Link next,
            String nothing,
            List<View> views,
            List<Part> parts,
            List<PlacePart> flows) {

        /** Returns the link to the figures of the first part in the API; null if there is no part. */
        String api() {
            return Stream.concat(parts.stream().map(Part::api), flows.stream().map(PlacePart::api))
                    .findFirst()
                    .orElse(null);
        }
    }

    record Link(String text, String address) {}

    record View(String text, String address, boolean current) {}

    static final String BANDS = "bands";

    /**
     * Makes the page of the flows of an area or a group of areas; of the world if none is chosen.
     *
     * @throws ProblemException 404 if there is no such area or release; 410 if the release was withdrawn
     */
    FlowsPage flows(FlowQuery query, PageTexts texts) {
        Code place = service.area(query.get(FlowQuery.AREA)).orElseGet(service::world);
        if (published.latest().isEmpty()) {
            return page(query, place, null, List.of(), texts.say("release.none.text"), Both.NONE, texts);
        }
        ReleaseReference release = published.requested(query.get(FlowQuery.RELEASE), Optional.empty());
        Optional<ReleaseFlows> flows = flowService.flows(release);
        BitSet years = flows.map(found -> years(found, place)).orElseGet(BitSet::new);
        if (years.isEmpty()) {
            String none = place.isAreaGroup() ? "flows.none.group" : "flows.none";
            String nothing = texts.say(none, "area", texts.of(place.name()));
            return page(query, place, release, List.of(), nothing, Both.NONE, texts);
        }
        Dimension time = flows.get().detected().dataflow().structure().time();
        String year = year(query.get(FlowQuery.YEAR), years, time);
        List<Choice> options = years.stream()
                .mapToObj(time::valueAt)
                .map(one -> new Choice(one, one, one.equals(year)))
                .toList();
        Both parts = parts(flows.get(), query, place, year, texts);
        return page(query, place, release, options, null, parts, texts);
    }

    private static BitSet years(ReleaseFlows flows, Code place) {
        BitSet years = flows.detected().years(place);
        years.or(flows.returned().years(place));
        return years;
    }

    /** The parts of the page, for one area or for a group of areas. */
    private record Both(List<Part> ofArea, List<PlacePart> ofGroup) {

        static final Both NONE = new Both(List.of(), List.of());
    }

    private Both parts(ReleaseFlows flows, FlowQuery query, Code place, String year, PageTexts texts) {
        boolean bands = BANDS.equals(query.get(FlowQuery.VIEW));
        String reporters = place.isAreaGroup() ? "descendants(" + place.id() + ")" : place.id();
        Map<Role, String> wanted = Map.of(Role.AREA, reporters);
        Pairs detected = service.pairs(flows.detected().dataflow(), Role.CITIZENSHIP, wanted, query);
        Pairs returned = service.pairs(flows.returned().dataflow(), Role.COUNTERPART, wanted, query);
        if (!place.isAreaGroup()) {
            FlowParts parts = new FlowParts(texts.of(place.name()), year, bands, texts);
            return new Both(
                    List.of(parts.of("detected", detected, true), parts.of("returned", returned, false)), List.of());
        }
        PlaceParts parts = new PlaceParts(place, year, bands, texts);
        List<PlacePart> all = Stream.concat(
                        parts.of("detected", flows.detected(), detected),
                        parts.of("returned", flows.returned(), returned))
                .toList();
        return new Both(List.of(), all);
    }

    /** Returns the requested year if it has figures, otherwise the last year that has figures. */
    private static String year(String requested, BitSet years, Dimension time) {
        int wanted = requested == null ? -1 : time.positionOf(requested);
        return time.valueAt(wanted >= 0 && years.get(wanted) ? wanted : years.length() - 1);
    }

    private FlowsPage page(
            FlowQuery query,
            Code place,
            ReleaseReference release,
            List<Choice> years,
            String nothing,
            Both parts,
            PageTexts texts) {
        int now = 0;
        while (now < years.size() && !years.get(now).chosen()) {
            now++;
        }
        Map<String, String> keep =
                query.with(FlowQuery.AREA, null).with(FlowQuery.YEAR, null).values();
        return new FlowsPage(
                texts.say("flows.heading.area", "area", texts.of(place.name())),
                service.said(release, texts),
                places(release, place, true, texts),
                places(release, place, false, texts),
                years,
                keep,
                now < 1 || now >= years.size() ? null : step(query, years.get(now - 1), texts),
                now + 1 >= years.size() ? null : step(query, years.get(now + 1), texts),
                nothing,
                years.isEmpty() ? List.of() : views(query, texts),
                parts.ofArea(),
                parts.ofGroup());
    }

    /**
     * Returns the places to choose from: those with figures in the release, and the chosen place. Groups are in the
     * order of the list, areas in the order of their names.
     */
    private List<Choice> places(ReleaseReference release, Code chosen, boolean groups, PageTexts texts) {
        Optional<ReleaseFlows> flows = Optional.ofNullable(release).flatMap(flowService::flows);
        Predicate<Code> offered = code -> code.equals(chosen)
                || flows.filter(found ->
                                found.detected().has(code) || found.returned().has(code))
                        .isPresent();
        return service.choices(code -> code.isAreaGroup() == groups && offered.test(code), chosen.id(), !groups, texts);
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
}
