package org.tipstats.site.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.disseminate.comparison.FlowService.ReleaseFlows;
import org.tipstats.disseminate.comparison.FlowSummary;
import org.tipstats.disseminate.comparison.FlowSummary.Flow;
import org.tipstats.disseminate.comparison.PublishedFlows;
import org.tipstats.disseminate.comparison.PublishedFlows.Level;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.Passage;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;

/** Names the largest flows of a place in sentences: where detected victims came from, and where they returned. */
final class FlowFindings {

    private static final int NAMED = 3;

    private final ReleaseFlows flows;
    private final Edition edition;
    private final PageTexts texts;

    FlowFindings(ReleaseFlows flows, Edition edition) {
        this.flows = flows;
        this.edition = edition;
        this.texts = edition.texts();
    }

    /** Returns the largest flows between groups and between countries; empty if the place has no flow. */
    List<Passage> of(Code place) {
        List<Passage> said = new ArrayList<>();
        if (place.isAreaGroup()) {
            add(said, flows.detected(), "flows.detected.groups", place, Level.groupsWithin(place));
        }
        add(said, flows.detected(), "flows.detected.countries", place, Level.COUNTRY);
        add(said, flows.returned(), "flows.returned.countries", place, Level.COUNTRY);
        return said;
    }

    private void add(List<Passage> said, PublishedFlows found, String what, Code place, Level level) {
        found.representativeYear(place)
                .map(year -> sentence(texts.say(what), place, year, found.of(place, year, level)))
                .ifPresent(said::add);
    }

    /** Returns the sentence on the largest flows; null if no flow has a public number. */
    private Passage sentence(String what, Code place, String year, FlowSummary summary) {
        Passage.Numbers numbers = new Passage.Numbers();
        String address = "/" + texts.language() + page(place, year);
        List<String> parts = summary.shown().stream()
                .limit(NAMED)
                .map(flow -> part(flow, numbers, address))
                .toList();
        return parts.isEmpty()
                ? null
                : numbers.in(texts.say(
                        place.isAreaGroup() ? "finding.flows" : "finding.flows.own",
                        Map.of(
                                "area", texts.of(place.name()),
                                "year", year,
                                "what", what,
                                "parts", texts.listed(parts),
                                "n", summary.reporting().size(),
                                "all",
                                        summary.reporting().size()
                                                + summary.silent().size(),
                                "persons", edition.numbers().exact(summary.persons()))));
    }

    private String part(Flow flow, Passage.Numbers numbers, String address) {
        String pair = texts.say(
                "flows.pair",
                "from",
                texts.of(flow.from().name()),
                "to",
                texts.of(flow.to().name()));
        String number = numbers.linked(edition.numbers().exact(flow.persons()), address);
        return texts.say("patterns.part", "name", pair, "n", number);
    }

    private String page(Code place, String year) {
        return "/flows?AREA=" + place.id() + "&YEAR=" + year + "&release="
                + Addresses.encoded(edition.release().id());
    }
}
