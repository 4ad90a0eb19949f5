package org.tipstats.collect.mappings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.guess.Guess.AnswerFault;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The texts about a guess in one language: questions, reasons and refusals. */
public final class GuessTexts {

    private static final int MAX_SHOWN = 120;
    private static final int MAX_CELLS_SHOWN = 10;

    /** A question about a word of one of these components has a text of its own. */
    private static final Set<String> OWN_QUESTION = Set.of("UNIT_MEASURE", "TIME_PERIOD", "REF_AREA");

    private final Bundle texts;
    private final Map<String, LocalText> concepts;

    private GuessTexts(Bundle texts, Map<String, LocalText> concepts) {
        this.texts = texts;
        this.concepts = concepts;
    }

    /** Returns the texts in a language; English if the language is not one of the six. */
    public static GuessTexts in(String language, SchemaRegistry schemas) {
        return new GuessTexts(Bundle.of(GuessTexts.class, "guess", language), schemas.concepts());
    }

    /** Returns the question that an open decision asks, as one sentence with the text of its cell. */
    public String question(Decision decision, Grid grid) {
        String[] parts = decision.id().split(":", 3);
        boolean word = decision.kind().equals("word") && parts.length == 3;
        String component = word ? parts[1] : "";
        String about = decision.id()
                .substring(Math.min(decision.id().length(), decision.kind().length() + 1));
        boolean brackets = decision.id().equals(Decision.BRACKETS);
        String cells = brackets ? decision.cells().get(0) : about;
        String text = word ? parts[2] : cellText(grid, cells).orElse(about);
        String own = "question." + (brackets ? "brackets" : decision.kind());
        String key = OWN_QUESTION.contains(component)
                ? own + "." + component
                : texts.pattern(own).isPresent() ? own : "question.other";
        return texts.text(key, Map.of("text", shown(text), "component", name(component)));
    }

    /**
     * Returns the first text in a range of cells, or the range if its cells have no text; empty if {@code range} is no
     * range of cells in the file.
     */
    private static Optional<String> cellText(Grid grid, String range) {
        return CellRange.parse(range)
                .flatMap(cells -> grid.sheets().stream()
                        .filter(sheet -> sheet.name().equals(cells.sheet())
                                || grid.sheets().size() == 1)
                        .findFirst()
                        .map(sheet -> firstText(sheet, cells)));
    }

    private static String firstText(Sheet sheet, CellRange range) {
        for (int line = range.firstLine(); line <= range.lastLine(); line++) {
            for (int i = range.firstColumn(); i <= Math.min(range.lastColumn(), sheet.width()); i++) {
                if (!sheet.text(line, i).isEmpty()) {
                    return sheet.text(line, i);
                }
            }
        }
        return range.toString();
    }

    /** Returns the reason for a decision, or why it is open, as one sentence. */
    public String because(Decision decision) {
        Reason reason = decision.isOpen() ? Reason.UNKNOWN : decision.because();
        return texts.text("because." + reason.name().toLowerCase(Locale.ROOT));
    }

    /** Returns in a few words why cells are left out. */
    public String leftOut(String reason) {
        String key = "left." + reason;
        return texts.text(texts.pattern(key).isPresent() ? key : "left.other");
    }

    /** Returns what is wrong with an answer, and the remedy. */
    public String fault(AnswerFault fault) {
        return texts.text(
                "fault." + fault.wrong(),
                Map.of(
                        "text", shown(fault.value()),
                        "range", shown(fault.sheet().toString())));
    }

    /** Returns why a rule refuses figures, and the remedy. */
    String refusal(String rule, List<String> cells) {
        String key = "refusal." + rule;
        List<String> some = cells.subList(0, Math.min(MAX_CELLS_SHOWN, cells.size()));
        return texts.text(
                texts.pattern(key).isPresent() ? key : "refusal.other",
                Map.of("rule", rule, "cells", shown(String.join(", ", some))));
    }

    /** Returns why a table with too many columns or cells is refused. */
    String tooLarge() {
        return texts.text("refusal.table-too-large", Map.of("columns", Grid.MAX_COLUMNS, "most", Grid.MAX_CELLS));
    }

    private String name(String component) {
        LocalText name = concepts.get(component);
        return name == null ? component : name.inLanguage(texts.language());
    }

    private String shown(String text) {
        String cut = CellText.shorten(text.replaceAll("\\s+", " "), MAX_SHOWN);
        return texts.isRightToLeft() ? Sentences.ISOLATE + cut + Sentences.POP : cut;
    }
}
