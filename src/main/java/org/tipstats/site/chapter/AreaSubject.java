package org.tipstats.site.chapter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * One subject for one area, for example the sex of detected victims in a region.
 *
 * @param id the name of the subject in keys of texts and in links
 * @param topic the topic, which decides how the subject is drawn
 * @param breakdown the dimension of the parts; null if the subject has only totals
 * @param table the figures of the subject; at least one figure
 */
public record AreaSubject(String id, Topic topic, FlowFigures figures, Dimension breakdown, ChapterTable table) {

    /**
     * The id of the subject on trafficking flows: whether victims were from the same country, its sub-region or
     * elsewhere. The figures are sums of the figures on citizenship.
     */
    public static final String FLOW = "flow";

    /**
     * Returns an area's figures of a topic; empty if the area has no such figures.
     *
     * @param id the name of the subject
     * @param breakdown the dimension of the parts; empty for totals only
     */
    public static Optional<AreaSubject> of(
            String id, Topic topic, FlowFigures figures, Optional<Dimension> breakdown, List<String> years) {
        return figures.dataflow()
                .unit("COUNT")
                .map(unit -> ChapterTable.of(figures, unit, breakdown.orElse(null), years))
                .filter(table -> !table.isEmpty())
                .map(table -> new AreaSubject(id, topic, figures, breakdown.orElse(null), table));
    }

    /**
     * Returns whether the periodic report on a release shows the subject as shares of one year. It shows all other
     * subjects over time.
     */
    public boolean isShared() {
        return topic != Topic.VICTIMS && topic != Topic.STAGE;
    }

    /** Returns a title for the subject's figures of one year. */
    public String title(PageTexts texts, String year) {
        return texts.say(
                "patterns." + id, Map.of("area", texts.of(figures.area().name()), "year", year));
    }

    public boolean isTotal() {
        return breakdown == null;
    }

    /** Returns the years with figures. */
    public List<String> years() {
        return some().mapToObj(table.years()::get).toList();
    }

    /** Returns the positions of all years from the first to the last with figures. */
    public int[] span() {
        int[] some = some().toArray();
        return IntStream.rangeClosed(some[0], some[some.length - 1]).toArray();
    }

    private IntStream some() {
        return IntStream.range(0, table.years().size())
                .filter(year -> table.all().anyMatch(row -> row.figures().get(year) != null));
    }

    public String tableId() {
        return "table-" + figures.area().id() + "-" + id;
    }

    public String chartId() {
        return "chart-" + figures.area().id() + "-" + id;
    }

    public String heading(PageTexts texts) {
        return texts.say("area." + id + ".heading");
    }

    public String caption(PageTexts texts) {
        int[] span = span();
        return texts.say(
                "area." + id + ".caption",
                Map.of(
                        "area", texts.of(figures.area().name()),
                        "from", table.years().get(span[0]),
                        "to", table.years().get(span[span.length - 1])));
    }

    /**
     * Returns the name of a row.
     *
     * @param code the code of the row; null for the total of a table without a breakdown
     */
    public String name(Code code, PageTexts texts) {
        return code == null ? texts.say("area.victims.row") : texts.of(code.name());
    }

    /** Returns the codes of the parts, in an order that determines their colours. */
    public List<Code> parts() {
        return FlowFigures.parts(breakdown);
    }
}
