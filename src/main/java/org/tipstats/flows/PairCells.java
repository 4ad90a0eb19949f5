package org.tipstats.flows;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tipstats.observation.Observation;
import org.tipstats.observation.Statuses;
import org.tipstats.page.Mark;
import org.tipstats.page.NumberTexts;
import org.tipstats.page.PageTexts;
import org.tipstats.page.ShownFigure;
import org.tipstats.schema.Code;
import org.tipstats.schema.CodeList;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.Role;

/** Turns figures into cells, and remembers which signs need a key. */
final class PairCells {

    /**
     * A cell.
     *
     * @param value as the API writes it; null where none is shown
     * @param address of the figure's page; null where there is no such figure
     */
    record Cell(ShownFigure shown, String value, String address) {}

    private final PageTexts texts;
    private final NumberTexts numbers;
    private final CodeList codes;
    private final Statuses statuses;
    private final Map<String, String> signs = new LinkedHashMap<>();

    PairCells(Dataflow dataflow, PageTexts texts) {
        this.texts = texts;
        this.numbers = new NumberTexts(texts);
        this.codes = dataflow.structure().attribute(Role.STATUS).orElseThrow().codes();
        this.statuses = new Statuses(dataflow.structure());
    }

    /** @param figure null where there is none @param address below the language */
    Cell cell(Observation figure, String address) {
        boolean shown = figure != null && figure.value() != null;
        String number = shown ? numbers.exact(figure.value()) : null;
        String link = figure == null ? null : "/" + texts.language() + address;
        return new Cell(figure(figure, number), shown ? figure.value().toPlainString() : null, link);
    }

    private ShownFigure figure(Observation figure, String number) {
        Optional<Mark> mark = Mark.of(figure, codes);
        if (mark.isPresent()) {
            signs.put(mark.get().sign(), texts.say(mark.get().textKey()));
            return ShownFigure.marked(number, mark.get(), texts);
        }
        if (figure.status().equals(statuses.normal())) {
            return ShownFigure.plain(number);
        }
        Code status = codes.find(figure.status()).orElseThrow();
        String sign = status.id().toLowerCase(Locale.ROOT);
        signs.put(sign, status.name().in(texts.language()));
        return new ShownFigure(number, sign, status.name().in(texts.language()));
    }

    /** Whether a figure is there and not shown. */
    boolean isHidden(Observation figure) {
        return statuses.suppressed().equals(figure.status());
    }

    /** The meaning of every sign so far, by sign. */
    Map<String, String> signs() {
        return signs;
    }
}
