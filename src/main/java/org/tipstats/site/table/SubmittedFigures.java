package org.tipstats.site.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.mapping.meaning.MappedObservation;
import org.tipstats.mapping.reading.Ledger;
import org.tipstats.site.file.FigureWords;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.table.TablePage.CellGroup;
import org.tipstats.site.table.TablePage.Figure;
import org.tipstats.site.table.TablePage.FlowFigures;
import org.tipstats.site.table.TablePage.Submitted;
import org.tipstats.vocabulary.schema.Dataflow;

/** Describes what will be submitted: the figures by dataflow, and the cells that are left out. */
final class SubmittedFigures {

    private static final int MAX_CELLS = 10;

    private final GuessOnPage page;
    private final PageTexts t;

    SubmittedFigures(GuessOnPage page) {
        this.page = page;
        this.t = page.t();
    }

    Submitted of(boolean isComplete) {
        List<MappedObservation> observations = page.file().guess().observations();
        Ledger ledger = page.file().guess().ledger();
        List<CellGroup> leftOut = new ArrayList<>();
        ledger.leftOut()
                .forEach((reason, cells) -> leftOut.add(group(page.texts().leftOut(reason), cells)));
        List<String> unknown = ledger.notUnderstood();
        Map<String, Object> counts = Map.of(
                "numeric", ledger.numeric(),
                "used", ledger.used(),
                "out", leftOut.stream().mapToInt(CellGroup::count).sum(),
                "unknown", unknown.size());
        return new Submitted(
                t.say("table.account", counts),
                flows(observations),
                Math.max(0, observations.size() - TablePreview.MAX_FIGURES),
                leftOut,
                group("", unknown),
                isComplete);
    }

    private List<FlowFigures> flows(List<MappedObservation> observations) {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        for (int i = 0; i < observations.size(); i++) {
            MappedObservation observation = observations.get(i);
            List<Figure> same = figures.computeIfAbsent(observation.dataflow(), none -> new ArrayList<>());
            if (i < TablePreview.MAX_FIGURES) {
                same.add(figure("figure-" + (i + 1), observation));
            }
        }
        List<FlowFigures> flows = new ArrayList<>();
        figures.forEach(
                (id, shown) -> flows.add(new FlowFigures(id, t.of(dataflow(id).name()), shown)));
        return flows;
    }

    private Dataflow dataflow(String id) {
        return page.schemas().dataflow(id).orElseThrow();
    }

    private CellGroup group(String reason, List<String> cells) {
        List<String> some = cells.subList(0, Math.min(MAX_CELLS, cells.size()));
        return new CellGroup(reason, cells.size(), page.places().apply(some));
    }

    private Figure figure(String id, MappedObservation observation) {
        Dataflow dataflow = dataflow(observation.dataflow());
        Map<String, String> key = new HashMap<>(observation.key());
        String period = key.remove(dataflow.structure().time().id());
        String words = new FigureWords(dataflow.structure(), false, t).of(key);
        String status = observation.attributes().getOrDefault("OBS_STATUS", "");
        return new Figure(
                id,
                period == null ? "" : period,
                words.isEmpty() ? t.say("table.total") : words,
                observation.value() == null
                        ? new WordCodes(List.of(dataflow), t).text("OBS_STATUS", status)
                        : t.numbers().exact(observation.value()),
                page.places().apply(observation.cells()));
    }
}
