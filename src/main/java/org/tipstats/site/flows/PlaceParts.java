package org.tipstats.site.flows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tipstats.disseminate.comparison.FlowSummary;
import org.tipstats.disseminate.comparison.FlowSummary.Flow;
import org.tipstats.disseminate.comparison.PublishedFlows;
import org.tipstats.disseminate.comparison.PublishedFlows.Level;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.chapter.LinkedCells.LinkedCell;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.flows.FlowDrawings.Value;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;

/**
 * Makes the parts of the page of flows for the world or another group of areas: the flows of people between groups of
 * areas and between countries, as published national figures or sums of these.
 *
 * @param place a group of areas
 * @param bands true to draw bands, false to draw bars
 */
record PlaceParts(Code place, String year, boolean bands, PageTexts texts) {

    /** Largest number of flows in a table. A sentence gives the sum of all other flows. */
    static final int MAX_ROWS = 2000;

    /**
     * A chart and a table of flows between groups of areas or between countries.
     *
     * @param id an id, unique in the page
     * @param drawing the chart; null if no number above zero is public
     * @param more a sentence on how many values the chart shows one by one; null if the chart shows all values
     * @param groups whether the flows connect groups of areas (regions of the world, sub-regions of another place)
     * @param domestic whether a flow may include people who were detected in the country of their citizenship
     * @param rest a sentence with the sum of the flows with a public number that the table leaves out; null if it has
     *     all of these flows
     * @param remarks sentences on the sum of the flows, on withheld figures, and on people whom no flow includes; empty
     *     for flows between countries
     * @param silent the names of the countries and areas without figures; empty if there are none, and for flows
     *     between countries
     * @param silentHeading a heading with the number of these countries and areas
     */
    record PlacePart(
            String id,
            String heading,
            String caption,
            Drawing drawing,
            String more,
            boolean groups,
            boolean domestic,
            List<FlowRow> rows,
            Map<String, String> signs,
            String rest,
            List<String> remarks,
            String silent,
            String silentHeading,
            String api,
            String explorer) {}

    /**
     * A row of the table.
     *
     * @param cell the cell of the published figure; null for a sum
     * @param persons the sum as text; null if no public figure above zero is part of the sum
     * @param value the sum as the API writes numbers; null if there is no sum
     * @param domestic the people detected in the country of their citizenship, as text
     */
    record FlowRow(
            String from, String to, LinkedCell cell, String persons, String value, String domestic, int withheld) {}

    /** Makes the two parts of one dataset: between groups of areas, then between countries. */
    Stream<PlacePart> of(String id, PublishedFlows flows, Pairs pairs) {
        return Stream.of(Level.groupsWithin(place), Level.COUNTRY)
                .map(level -> part(id, flows.of(place, year, level), level != Level.COUNTRY, pairs));
    }

    private PlacePart part(String dataset, FlowSummary summary, boolean groups, Pairs pairs) {
        String id = dataset + (groups ? "-groups" : "-countries");
        String heading = texts.say("flows." + dataset + (groups ? ".groups" : ".countries"));
        String caption = texts.joined(List.of(heading, texts.of(place.name()), year));
        boolean towards = dataset.equals("detected");
        FlowDrawings drawings = new FlowDrawings(caption, texts);
        List<Value> values = bands ? ends(summary, towards) : flows(summary);
        LinkedCells cells = new LinkedCells(pairs.dataflow().structure(), key -> pairs.figure(key, texts), texts);
        return new PlacePart(
                id,
                heading,
                caption,
                drawing(drawings, values, summary.withheld(), towards, groups),
                more(summary, drawings, values.size()),
                groups,
                towards,
                rows(summary, cells),
                cells.signs(),
                summary.shown().size() > MAX_ROWS ? rest(summary, MAX_ROWS) : null,
                groups ? remarks(summary) : List.of(),
                groups ? texts.joined(names(summary.silent())) : "",
                texts.say("flows.silent", Map.of("n", summary.silent().size(), "year", year)),
                pairs.api(year),
                "/" + texts.language() + pairs.page(year));
    }

    private Drawing drawing(FlowDrawings drawings, List<Value> values, int withheld, boolean towards, boolean groups) {
        String others = groups ? "flows.others.groups" : "flows.others";
        String stub = withheld == 0 ? null : texts.say("flows.hidden.figures", "n", withheld);
        return bands ? drawings.bands(texts.of(place.name()), towards, values, others, stub) : drawings.bars(values);
    }

    private String more(FlowSummary summary, FlowDrawings drawings, int values) {
        String more = drawings.more(values, bands);
        return more == null || bands ? more : more + " " + rest(summary, FlowDrawings.MAX_LINKS);
    }

    private List<Value> flows(FlowSummary summary) {
        return summary.shown().stream()
                .map(flow -> new Value(pair(flow), flow.persons()))
                .toList();
    }

    /** Adds up the flows by place: by origin for detected victims, otherwise by destination. */
    private List<Value> ends(FlowSummary summary, boolean towards) {
        Map<Code, BigDecimal> sums = new LinkedHashMap<>();
        summary.shown().forEach(flow -> sums.merge(towards ? flow.from() : flow.to(), flow.persons(), BigDecimal::add));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<Code, BigDecimal>comparingByValue().reversed())
                .map(sum -> new Value(texts.of(sum.getKey().name()), sum.getValue()))
                .toList();
    }

    private String pair(Flow flow) {
        return texts.say(
                "flows.pair",
                Map.of(
                        "from", texts.of(flow.from().name()),
                        "to", texts.of(flow.to().name())));
    }

    private String rest(FlowSummary summary, int first) {
        return texts.say(
                "flows.rest",
                Map.of("n", summary.shown().size() - first, "persons", number(summary.personsAfter(first))));
    }

    private List<FlowRow> rows(FlowSummary summary, LinkedCells cells) {
        return summary.flows().stream()
                .limit(MAX_ROWS)
                .map(flow -> row(flow, cells))
                .toList();
    }

    private FlowRow row(Flow flow, LinkedCells cells) {
        return new FlowRow(
                texts.of(flow.from().name()),
                texts.of(flow.to().name()),
                flow.figure() == null ? null : cells.of(flow.figure()),
                flow.persons() == null ? null : number(flow.persons()),
                flow.persons() == null ? null : flow.persons().toPlainString(),
                number(flow.domestic()),
                flow.withheld());
    }

    private List<String> remarks(FlowSummary summary) {
        List<String> remarks = new ArrayList<>();
        int reporting = summary.reporting().size();
        remarks.add(texts.say(
                "flows.sum",
                Map.of(
                        "n",
                        reporting,
                        "all",
                        reporting + summary.silent().size(),
                        "persons",
                        number(summary.persons()))));
        if (summary.withheld() > 0) {
            remarks.add(texts.say("flows.withheld", "n", summary.withheld()));
        }
        if (summary.unplaced().signum() > 0) {
            remarks.add(texts.say("flows.unplaced", "persons", number(summary.unplaced())));
        }
        if (summary.received().signum() > 0) {
            remarks.add(texts.say("flows.received", "persons", number(summary.received())));
        }
        return remarks;
    }

    private List<String> names(List<Code> areas) {
        return areas.stream()
                .map(area -> texts.of(area.name()))
                .sorted(texts.collator())
                .toList();
    }

    private String number(BigDecimal persons) {
        return texts.numbers().exact(persons);
    }
}
