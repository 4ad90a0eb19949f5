package org.tipstats.disseminate.comparison;

import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Derivation.DifferenceQuestion;

/**
 * A question to both areas of a pair, because two published figures about the same people differ by more than the
 * threshold. It uses only published figures and does not state which one is right.
 *
 * @param asked the figures that are compared, and the threshold
 * @param area the area that detected or returned the victims
 * @param citizenship the area of their citizenship
 * @param figures the two figures
 */
public record MirrorQuestion(DifferenceQuestion asked, Code area, Code citizenship, String year, List<ReportedFigure> figures) {

    public MirrorQuestion {
        figures = List.copyOf(figures);
    }

    /**
     * A published figure.
     *
     * @param by the area that reported it
     * @param notes attributes by id that may matter, for example the period that the figure covers
     */
    public record ReportedFigure(Code figure, Code by, long value, Map<String, String> notes) {}

    /** Returns an id that is the same in every release that has this question. */
    String id() {
        return String.join(".", asked.id(), area.id(), citizenship.id(), year);
    }

    /** Returns the first figure minus the second. */
    long difference() {
        return figures.get(0).value() - figures.get(1).value();
    }
}
