package org.tipstats.mapping.guess;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.reading.FileTables;
import org.tipstats.mapping.reading.FileTables.FileTable;
import org.tipstats.mapping.reading.TableLayout;

/**
 * A decision about the meaning of a table.
 *
 * @param id the id of the question that this decision answers, for example {@code word:SEX:Frauen}
 * @param kind the first part of the id
 * @param cells the cells that the decision is about
 * @param value the value; null while the question is open
 * @param because the reason, as the key of a text
 * @param alternatives possible values, which may include {@code value}
 */
public record Decision(
        String id,
        String kind,
        List<String> cells,
        String value,
        Level level,
        Reason because,
        List<String> alternatives) {

    /**
     * The id of the one question about all cells with a number in brackets, such as {@code (12)}. If the answer is
     * {@code number}, the number is the figure.
     */
    public static final String BRACKETS = "marker:(n)";

    /** How certain a decision is. */
    public enum Level {
        /** The value is a code, an exact name, a saved word or an answer, or arithmetic proves it. */
        SURE,
        /** The value is probably right. It is shown to the submitter, who can change it. */
        LIKELY,
        /** Only the submitter can know. */
        ASK;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a value was chosen. */
    public enum Reason {
        /** The submitter answered the question. */
        ANSWERED,
        /** The same decision is in the saved mapping. */
        SAVED,
        /** The text is a code or a component. */
        CODE,
        /** The text is exactly a name that is known. */
        NAME,
        /** The text contains a name that is known, or is similar to it. */
        SIMILAR,
        /** The figures prove it. */
        FIGURES,
        /** The position in the table shows it. */
        POSITION,
        /** Only the submitter can know. */
        UNKNOWN
    }

    public Decision {
        cells = List.copyOf(cells);
        alternatives = List.copyOf(alternatives);
    }

    static Decision of(String id, List<String> cells, String value, Level level, Reason because) {
        return new Decision(id, id.substring(0, kindLength(id)), cells, value, level, because, List.of());
    }

    /** Returns the positions of the tables as decisions. Leaves out tables in which each line has one figure. */
    static List<Decision> of(FileTables tables) {
        return tables.tables().stream()
                .filter(table -> !table.layout().range().isOfLines())
                .flatMap(table -> Stream.of(
                        of(table, FileTables.HEADER, table.header(), TableLayout::header),
                        of(
                                table,
                                FileTables.RANGE,
                                table.layout().range(),
                                layout -> layout.range().toString())))
                .toList();
    }

    private static Decision of(FileTable table, String kind, CellRange cells, Function<TableLayout, String> text) {
        String value = text.apply(table.layout());
        String before = text.apply(TableLayout.of(table.found()));
        return new Decision(
                FileTables.id(kind, table.found()),
                kind,
                List.of(cells.toString()),
                value,
                table.isChanged() ? Level.SURE : Level.LIKELY,
                table.isChanged() ? Reason.ANSWERED : Reason.POSITION,
                value.equals(before) ? List.of() : List.of(before));
    }

    private static int kindLength(String id) {
        int end = id.indexOf(':');
        return end < 0 ? id.length() : end;
    }

    Decision withAlternatives(List<String> others) {
        return new Decision(id, kind, cells, value, level, because, others);
    }

    public boolean isOpen() {
        return value == null;
    }
}
