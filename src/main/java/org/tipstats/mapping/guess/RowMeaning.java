package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.guess.Meanings.Word;
import org.tipstats.mapping.meaning.Counterparts;
import org.tipstats.mapping.meaning.KeyDraft;
import org.tipstats.mapping.meaning.ShortForms;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.PartOfYear;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The meaning of the words of a row for its figures.
 *
 * @param named the codes with the words that gave them
 * @param collapsed words without a place in the key
 * @param inherited codes of the rows that this row is a part of, and of titles above it
 * @param reason why the row is left out, or null
 * @param unknown whether the name of the row is not understood
 * @param open whether a question about a word of the row is open
 */
record RowMeaning(
        KeyDraft named, Set<String> collapsed, KeyDraft inherited, String reason, boolean unknown, boolean open) {

    static final String REGION = "region ";

    /**
     * The facts that are needed to read the rows of a table for a dataflow.
     *
     * @param ownColumns whether a column of figures names what the dataflow counts
     * @param otherSubject whether the titles name another subject than the dataflow; a row may still name the subject
     *     of the dataflow
     * @param titles why titles and texts above rows leave out figures
     * @param marks the marks of notes that limit a year to a part of it
     * @param forms the headings of columns that are forms of exploitation in short
     */
    record Context(
            GuessRequest request,
            DecisionLog log,
            BlockReading reading,
            Meanings meanings,
            boolean ownColumns,
            boolean otherSubject,
            TitleReasons titles,
            Set<String> marks,
            ShortForms forms) {

        Context(
                Guesser.Tables tables,
                BlockReading reading,
                Meanings meanings,
                boolean otherSubject,
                TitleReasons titles) {
            this(
                    tables.request(),
                    tables.log(),
                    reading,
                    meanings,
                    reading.values().stream()
                            .anyMatch(column -> Counterparts.isOwnSubject(meanings.dataflow(), column.name())),
                    otherSubject,
                    titles,
                    PartOfYear.marks(reading.block().sheet()),
                    ShortForms.of(reading.values(), reading.block().body(), reading.areas()::number));
        }

        Answers answers() {
            return log.answers();
        }

        /** Returns the meaning of a heading in short; empty if it is not in short, or if an answer chooses a measure. */
        Optional<Word> form(String text, Cell cell) {
            if (!forms.codes().containsKey(text) || answers().value("measure").isPresent()) {
                return Optional.empty();
            }
            String component = forms.component(text);
            boolean proved = forms.proved().contains(text);
            Optional<String> id = meanings.dimension(component).map(Dimension::id);
            if (id.isEmpty() && proved && forms.isTotal(text)) {
                return Optional.of(new Word(component, "_T", Map.of()));
            }
            Optional<String> code = id.map(each -> log.decide(Decision.of(
                    "word:" + each + ":" + text,
                    List.of(cell.toString()),
                    forms.codes().get(text).get(each),
                    proved ? Level.LIKELY : Level.ASK,
                    proved ? Reason.FIGURES : Reason.UNKNOWN)));
            return Optional.of(new Word(id.orElse(null), code.orElse(null), Map.of()));
        }

        Cell cell(Sheet.Row row, Column column) {
            return new Cell(reading.block().sheet(), row.line(), column.index());
        }
    }

    RowMeaning {
        // A question about a title leaves the row open, and not out.
        open |= TableReader.OPEN.equals(reason);
        reason = TableReader.OPEN.equals(reason) ? null : reason;
        // Most rows have no such words, so they share one empty set.
        collapsed = collapsed.isEmpty() ? Set.of() : Set.copyOf(collapsed);
    }

    /**
     * Reads a row for a dataflow.
     *
     * @param above the row above; null if there is none
     */
    static RowMeaning of(Context context, Sheet.Row row, RowMeaning above) {
        return new RowWords(context, row, above).read();
    }

    /**
     * Returns whether a row names another subject. If the row names no subject, the nearest text above it decides.
     * Ignores the texts above if a column of figures names the subject of the dataflow.
     */
    static boolean isOfOtherSubject(Context context, Sheet.Row row) {
        Meanings meanings = context.meanings();
        List<String> names = new ArrayList<>(context.reading().labels(row));
        if (!context.ownColumns()) {
            names.addAll(namesAbove(context, row));
        }
        for (String name : names) {
            if (meanings.reader().isOtherSubject(name) && !meanings.isAnswered(name)) {
                return true;
            }
            if (meanings.isAnswered(name) || Counterparts.namesOwnSubject(meanings.dataflow(), name)) {
                return false;
            }
        }
        return context.otherSubject();
    }

    /** Returns the names of the rows that a row is a part of, and of the titles above it, the nearest first. */
    private static List<String> namesAbove(Context context, Sheet.Row row) {
        List<String> names = new ArrayList<>();
        context.reading()
                .wholes(row)
                .forEach(whole -> names.addAll(context.reading().labels(whole)));
        List<String> sections =
                new ArrayList<>(context.reading().texts(context.reading().sections(row)));
        Collections.reverse(sections);
        names.addAll(sections);
        return names;
    }

    /** Decides which year a text means. Returns null while the question is open. */
    static String year(DecisionLog log, String text, Cell cell) {
        Optional<String> year = plainYear(log, text);
        if (year.isPresent()) {
            return year.get();
        }
        String id = "word:TIME_PERIOD:" + text;
        String first = Periods.fiscal(text).or(() -> Periods.within(text)).orElse(null);
        return log.decide(Decision.of(id, List.of(cell.toString()), first, Level.ASK, Reason.UNKNOWN));
    }

    /** Returns the year of a text that is a year; empty if an answer gives the text another meaning. */
    static Optional<String> plainYear(DecisionLog log, String text) {
        Optional<String> year = Periods.year(text);
        return year.isPresent()
                        && log.answers().value("word:TIME_PERIOD:" + text).isEmpty()
                ? year
                : Optional.empty();
    }

    /**
     * Returns why the figures of a row are left out, or null; {@link TableReader#OPEN} while a question is open.
     *
     * @param meaning the meaning of the words of the row; null if they are not needed
     * @param hasNationalRows whether the table has rows for the whole country
     */
    static String leftOut(RowMeaning meaning, Sheet.Row row, Units units, boolean hasNationalRows) {
        if (meaning != null && meaning.reason != null) {
            return meaning.reason;
        }
        if (meaning != null && meaning.isRegion() && hasNationalRows) {
            return "region";
        }
        String unit = units.reason(row);
        boolean open = meaning == null || meaning.unknown || meaning.open;
        return unit == null && open ? TableReader.OPEN : unit;
    }

    /** Returns whether the row is about a part of the country. */
    boolean isRegion() {
        for (String each : collapsed) {
            if (each.startsWith(REGION)) {
                return true;
            }
        }
        return false;
    }
}
