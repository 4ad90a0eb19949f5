package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.guess.TableReader.Context;
import org.tipstats.mapping.meaning.KeyDraft;
import org.tipstats.mapping.meaning.LabelReader.Label;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.PartOfYear;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.ColumnLetters;
import org.tipstats.vocabulary.names.TableWords;

/**
 * A column of figures, by its header.
 *
 * @param named the codes that the header names, with its words
 * @param year the year that the header names, or null
 * @param part the month or quarter that the header names, or null
 * @param measure the rest of the header, which names what is measured; empty if the header says nothing more
 * @param reason why the column is left out, or null; {@link TableReader#OPEN} while a question is open
 * @param dated whether the header names a time, even if it is not a year
 */
record ValueColumn(
        Column column,
        NumberStyle style,
        KeyDraft named,
        String year,
        String part,
        String measure,
        String reason,
        boolean dated) {

    /**
     * Reads the header of a column.
     *
     * @param left the codes of the column to the left
     */
    static ValueColumn of(Context context, Column column, KeyDraft left) {
        Cell cell = new Cell(context.reading().block().sheet(), column.headerLine(), column.index());
        Header header = new Header(context, cell, left);
        column.header().forEach(header::read);
        return new ValueColumn(
                column,
                context.reading().style(column),
                header.named,
                header.year,
                header.part,
                String.join(" ", header.measure),
                header.reason,
                header.dated);
    }

    /** The texts of a header, from top to bottom. */
    private static final class Header {

        private final Context context;
        private final Cell cell;
        private final KeyDraft left;
        private final KeyDraft named;
        private final List<String> measure = new ArrayList<>();
        private String year;
        private String part;
        private String reason;
        private boolean dated;

        Header(Context context, Cell cell, KeyDraft left) {
            this.context = context;
            this.cell = cell;
            this.left = left;
            this.named = new KeyDraft(context.meanings().dimensions());
        }

        void read(String text) {
            readYear(text);
            String rest = Periods.without(text);
            reason = HeaderNames.otherFigures(rest).orElse(reason);
            Optional<String> ownPart = PartOfYear.of(rest);
            part = ownPart.orElse(part);
            dated |= ownPart.isPresent();
            if (ownPart.isPresent()
                    || TableWords.all().kinds(rest).contains("value")
                    || CellText.fold(rest).isEmpty()) {
                return;
            }
            leaveOut(PartOfYear.isMentioned(rest) ? "part-of-year" : null);
            readName(rest);
        }

        private void leaveOut(String why) {
            reason = reason == null ? why : reason;
        }

        private void readYear(String text) {
            if (Periods.isSeveralYears(text)) {
                dated = true;
                leaveOut("several-years");
            } else if (Periods.fiscal(text).isPresent()) {
                dated = true;
                year = RowMeaning.year(context.log(), text, cell);
                leaveOut(year == null ? TableReader.OPEN : null);
            } else {
                year = Periods.within(text).orElse(year);
                dated |= year != null;
            }
        }

        private void readName(String name) {
            Label label = context.meanings().label(name, cell, left);
            if (label.known() && !label.codes().isEmpty()) {
                label.codes().forEach((component, code) -> named.put(component, code, name));
                leaveOut(label.others() ? "breakdown" : null);
            } else if (!TableWords.all().kinds(name).contains("total")) {
                measure.add(name);
            }
        }
    }

    /** Returns the name of the measure; the letters of the column if it has no header. */
    String name() {
        return measure.isEmpty() && column.header().isEmpty() ? ColumnLetters.of(column.index()) : measure;
    }

    /** Returns whether an answer names this measure: by its text, the start of its text, or its cell. */
    boolean isMeasure(String answer, Block block) {
        if (answer.equals(block.address(column)) || measure.equals(answer)) {
            return true;
        }
        String asked = CellText.fold(Periods.without(answer));
        String own = CellText.fold(measure);
        String lowest = CellText.fold(Periods.without(column.lowest()));
        return !asked.isEmpty() && (own.equals(asked) || lowest.equals(asked) || own.startsWith(asked + " "));
    }
}
