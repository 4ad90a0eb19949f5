package org.tipstats.site.explore;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.series.ConstantPanel;
import org.tipstats.disseminate.series.SeriesService;
import org.tipstats.site.explore.ExplorerPage.PanelPart;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Lets the reader choose which areas count in the figures of groups: all reporting areas or a {@link ConstantPanel}.
 */
record PanelParts(ExplorerQuery query, DataSelection selection, PageTexts texts) {

    /**
     * Returns the choice, with the option that the reader has chosen.
     *
     * @param pivot the table of the page; null if there is none
     * @param panel the only areas that count in the figures of groups; null if all reporting areas count
     * @return null if there is no choice: no figures of groups in several years, or a dataflow that has no panel
     */
    PanelPart of(Pivot pivot, ConstantPanel panel) {
        if (panel == null && (pivot == null || !mayChoose(pivot))) {
            return null;
        }
        return panel == null
                ? new PanelPart("", List.of(), null)
                : new PanelPart(
                        sentence(panel, texts),
                        names(panel),
                        query.with(ExplorerQuery.RELEASE, selection.release().id())
                                .series());
    }

    private boolean mayChoose(Pivot pivot) {
        Dimension area = selection.dataflow().structure().area();
        Dimension time = selection.dataflow().structure().time();
        IntStream areas = pivot.usedPositions(area).stream();
        return SeriesService.hasPanel(selection.dataflow())
                && pivot.usedPositions(time).cardinality() > 1
                && areas.anyMatch(position -> area.codes().at(position).isAreaGroup());
    }

    private List<String> names(ConstantPanel panel) {
        CodeList areas = selection.dataflow().structure().area().codes();
        return panel.areas().stream()
                .map(code -> texts.of(areas.find(code).orElseThrow().name()))
                .sorted(texts.collator())
                .toList();
    }

    /** Returns how many areas are in a panel, and, if it is known, the share of the people who live there. */
    static String sentence(ConstantPanel panel, PageTexts texts) {
        int areas = panel.areas().size();
        return panel.population() == null
                ? texts.say("panel.areas", "n", areas)
                : texts.say(
                        "panel.covered",
                        Map.of("n", areas, "share", texts.numbers().exact(panel.population())));
    }
}
