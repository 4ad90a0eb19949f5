package org.tipstats.site.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tipstats.site.area.ChapterTable;
import org.tipstats.site.area.FlowFigures;
import org.tipstats.site.area.Topic;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * What is told of an area in one respect.
 *
 * @param id what it is about, as texts and addresses have it
 * @param topic how it is drawn
 * @param breakdown null for totals alone
 * @param table has at least one figure
 */
record Subject(String id, Topic topic, FlowFigures figures, Dimension breakdown, ChapterTable table) {

    /** How far victims had come: sums that are derived from figures of a chapter. */
    static final String FLOW = "flow";

    /** Whether it is told as the parts of one year, not over time. */
    boolean isShared() {
        return topic != Topic.VICTIMS && topic != Topic.STAGE;
    }

    /** What its figures of a year are, in words. */
    String title(PageTexts texts, String year) {
        return texts.say("patterns." + id, Map.of("area", figures.area().name().in(texts.language()), "year", year));
    }

    boolean isTotal() {
        return breakdown == null;
    }

    /** The years of which there is anything. */
    List<String> years() {
        return some().mapToObj(table.years()::get).toList();
    }

    /** The years from the first to the last of which there is anything, by their place. */
    int[] span() {
        int[] some = some().toArray();
        return IntStream.rangeClosed(some[0], some[some.length - 1]).toArray();
    }

    private IntStream some() {
        return IntStream.range(0, table.years().size())
                .filter(year -> table.all().anyMatch(row -> row.figures().get(year) != null));
    }

    /** The year that the total is told of, if a part has a number there, else the latest of which one has; by its place. */
    Optional<Integer> latestOfParts() {
        return table.latest()
                .filter(this::hasPart)
                .or(() -> IntStream.iterate(table.years().size() - 1, year -> year >= 0, year -> year - 1)
                        .filter(this::hasPart)
                        .boxed()
                        .findFirst());
    }

    private boolean hasPart(int year) {
        return table.rows().stream().anyMatch(row -> row.value(year) != null);
    }

    String tableId() {
        return "table-" + figures.area().id() + "-" + id;
    }

    String chartId() {
        return "chart-" + figures.area().id() + "-" + id;
    }

    String heading(PageTexts texts) {
        return texts.say("area." + id + ".heading");
    }

    String caption(PageTexts texts) {
        int[] span = span();
        return texts.say(
                "area." + id + ".caption",
                Map.of(
                        "area", figures.area().name().in(texts.language()),
                        "from", table.years().get(span[0]),
                        "to", table.years().get(span[span.length - 1])));
    }

    /** The name of a row. @param code null for the total */
    String name(Code code, PageTexts texts) {
        return code == null ? texts.say("area.victims.row") : code.name().in(texts.language());
    }

    /** The name of the row of rates. */
    String rate(Edition edition) {
        return figures.dataflow()
                .unit("RATE")
                .flatMap(unit -> unit.annotation("PER"))
                .map(per -> edition.texts()
                        .say("figures.per", "n", edition.numbers().whole(Long.parseLong(per))))
                .orElseGet(() -> edition.texts().say("figures.rate"));
    }

    /** The codes whose places choose colours. */
    List<Code> parts() {
        return breakdown == null ? List.of() : FlowFigures.parts(breakdown);
    }
}
