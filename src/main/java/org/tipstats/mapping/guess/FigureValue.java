package org.tipstats.mapping.guess;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.grid.Sheet.Flag;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.guess.RowMeaning.Context;
import org.tipstats.mapping.meaning.FigureFlags;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.FlaggedCells;
import org.tipstats.mapping.reading.Marks;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;

/**
 * The value of a cell: a count, or the reason why there is none.
 *
 * @param value the count; null if it is missing
 * @param attributes the attributes by id, with OBS_STATUS
 */
record FigureValue(BigDecimal value, Map<String, String> attributes) {

    /** The value of a part that a sum lacks. */
    static final FigureValue MISSING = new FigureValue(null, Map.of());

    private static final String STATUS = "OBS_STATUS";
    private static final int MAX_TEXT = 200;

    /** The attributes of most figures, which share this object. */
    private static final Map<String, String> NORMAL = Map.of(STATUS, FigureFlags.NORMAL);

    private static final List<String> MEANINGS = List.of("zero", "missing", "suppressed", "not-applicable");

    private static final String MARKER = "marker:";
    private static final String NUMBER = "number";

    FigureValue {
        attributes = attributes.equals(NORMAL) ? NORMAL : Map.copyOf(attributes);
    }

    /**
     * The attributes that all figures of a row share.
     *
     * @param attributes the attributes by id, with OBS_STATUS
     * @param missing whether a column of the row says that its figures are missing
     */
    record RowFlags(Map<String, String> attributes, boolean missing) {

        private static final String OVERRIDDEN = "The file names another unit. The figures are counts.";
        private static final RowFlags NONE = new RowFlags(NORMAL, false);

        static RowFlags of(Context context, Units units, Sheet.Row row) {
            Map<String, String> stated = stated(context, row);
            Map<String, String> params = context.answers().params();
            boolean overridden = units.isOverridden(row);
            if (stated.isEmpty() && params.isEmpty() && !overridden) {
                return NONE;
            }
            Map<String, String> attributes = new TreeMap<>(NORMAL);
            attributes.putAll(stated);
            if (overridden) {
                attributes.merge("COMMENT", OVERRIDDEN, (one, other) -> one + " " + other);
            }
            context.meanings().dataflow().structure().attributes().stream()
                    .map(Attribute::id)
                    .filter(params::containsKey)
                    .forEach(id -> attributes.put(id, params.get(id)));
            return new RowFlags(attributes, isMissing(stated.getOrDefault(STATUS, "")));
        }
    }

    /**
     * Reads a cell. Returns empty if it has neither a count nor a mark in its place, or while a question about its mark
     * or flag is open.
     */
    static Optional<FigureValue> of(Context context, RowFlags flags, Sheet.Row row, ValueColumn column) {
        String text = row.text(column.column().index());
        if (text.isEmpty()) {
            return flags.missing() ? Optional.of(new FigureValue(null, flags.attributes())) : Optional.empty();
        }
        Optional<BigDecimal> number = column.style().parse(text);
        Block block = context.reading().block();
        Optional<Flag> flag =
                block.sheet().flag(row.line(), column.column().index()).or(() -> block.flag(column.column()));
        return number.isPresent() && flag.isEmpty()
                ? count(number.get(), flags.attributes())
                : of(context, text, number, flag, new TreeMap<>(flags.attributes()), row, column.column());
    }

    private static Optional<FigureValue> count(BigDecimal number, Map<String, String> attributes) {
        boolean whole = number.scale() <= 0;
        return whole && number.signum() >= 0 ? Optional.of(new FigureValue(number, attributes)) : Optional.empty();
    }

    /** Reads a cell with a mark, or with a flag after its figure or after the year above it. */
    private static Optional<FigureValue> of(
            Context context,
            String text,
            Optional<BigDecimal> number,
            Optional<Flag> flag,
            Map<String, String> attributes,
            Sheet.Row row,
            Column column) {
        String cell = context.cell(row, column).toString();
        if (flag.isPresent()
                && !FigureFlags.read(
                        flag.get().letters(),
                        number.isPresent(),
                        attributes,
                        (letter, usual) -> flagged(context, flag.get(), letter, usual, cell))) {
            return Optional.empty();
        }
        if (number.isPresent()) {
            return count(number.get(), attributes);
        }
        if (flag.isPresent() && text.equals(FlaggedCells.MISSING)) {
            return Optional.of(new FigureValue(null, attributes));
        }
        Optional<BigDecimal> inside = Marks.isBracketed(text)
                ? context.reading().style(column).parse(text.substring(1, text.length() - 1))
                : Optional.empty();
        boolean own = context.log().answers().value(MARKER + text).isPresent();
        String id = inside.isPresent() && !own ? Decision.BRACKETS : MARKER + text;
        return mayBeMark(text) ? mark(context.log(), id, inside, cell, attributes) : Optional.empty();
    }

    /** Returns the code of OBS_STATUS for a flag; null while the question about it is open. */
    private static String flagged(Context context, Flag flag, char letter, String usual, String cell) {
        String code = statuses(context).find(usual).isPresent() ? usual : FigureFlags.NORMAL;
        Decision guess = Decision.of(
                "word:" + STATUS + ":" + letter,
                List.of(cell),
                code,
                flag.isCertain() ? Level.SURE : Level.ASK,
                flag.isCertain() ? Reason.NAME : Reason.UNKNOWN);
        return context.log().decide(guess.withAlternatives(List.of(code, FigureFlags.NORMAL)));
    }

    private static CodeList statuses(Context context) {
        return context.meanings()
                .dataflow()
                .structure()
                .attribute(STATUS)
                .map(Attribute::codes)
                .orElseThrow();
    }

    /**
     * Returns whether a text may stand in place of a figure: a mark, a limit, a short text such as {@code 1O2}, or a
     * sentence with a number in it.
     */
    private static boolean mayBeMark(String text) {
        boolean hasNumber = text.length() <= MAX_TEXT && text.chars().anyMatch(Character::isDigit);
        return (text.length() <= Marks.LONGEST || Marks.isMark(text) || hasNumber)
                && !NumberStyle.looksNumeric(text)
                && !Marks.hasSeveralNumbers(text);
    }

    private static boolean isMissing(String status) {
        return List.of("O", "L", "M", "Q", "J").contains(status);
    }

    /** @param inside the number between the brackets if the text is a number in brackets; otherwise empty */
    private static Optional<FigureValue> mark(
            DecisionLog log, String id, Optional<BigDecimal> inside, String address, Map<String, String> attributes) {
        String text = id.substring(MARKER.length());
        boolean missing = Marks.isMissing(text);
        boolean suppressed = Marks.isBelow(text) || TableWords.all().kinds(text).contains("suppressed");
        Decision guess = Decision.of(
                id,
                List.of(address),
                inside.isPresent() ? NUMBER : suppressed ? "suppressed" : missing ? "missing" : "zero",
                missing ? Level.LIKELY : Level.ASK,
                missing ? Reason.NAME : Reason.UNKNOWN);
        String meaning = log.decide(guess.withAlternatives(MEANINGS));
        if (meaning == null) {
            return Optional.empty();
        }
        switch (meaning) {
            case NUMBER -> {
                return inside.flatMap(number -> count(number, attributes));
            }
            case "zero" -> {
                return Optional.of(new FigureValue(BigDecimal.ZERO, attributes));
            }
            case "suppressed" -> {
                attributes.put(STATUS, "Q");
                attributes.putIfAbsent("CONF_STATUS", "A");
            }
            case "not-applicable" -> attributes.put(STATUS, "M");
            default -> attributes.put(STATUS, "O");
        }
        return Optional.of(new FigureValue(null, attributes));
    }

    /** Returns the attributes that columns of the row give. */
    private static Map<String, String> stated(Context context, Sheet.Row row) {
        Map<String, String> stated = new TreeMap<>();
        for (Attribute attribute : context.meanings().dataflow().structure().attributes()) {
            for (Column column : attribute.publishedOnly()
                    ? List.<Column>of()
                    : context.reading().of(attribute.id())) {
                String word = row.text(column.index());
                if (!word.isEmpty()) {
                    value(context, attribute, word, context.cell(row, column))
                            .ifPresent(value -> stated.putIfAbsent(attribute.id(), value));
                }
            }
        }
        return stated;
    }

    /**
     * Returns the text or the code of an attribute. Returns empty for the code that permits publication, or while a
     * question is open.
     */
    private static Optional<String> value(Context context, Attribute attribute, String word, Cell cell) {
        if (attribute.codes() == null) {
            return Optional.of(word);
        }
        String code = context.log().decide(guess(context, attribute, word, List.of(cell.toString())));
        return Optional.ofNullable(code)
                .flatMap(attribute.codes()::find)
                .filter(found -> !found.means("FREE"))
                .map(Code::id);
    }

    private static Decision guess(Context context, Attribute attribute, String word, List<String> cells) {
        String id = "word:" + attribute.id() + ":" + word;
        if (!attribute.id().equals(STATUS)) {
            return context.meanings().guess(id, attribute.codes(), word, cells);
        }
        if (attribute.codes().find(word).isPresent()) {
            return Decision.of(id, cells, word, Level.SURE, Reason.CODE);
        }
        List<String> exact = Suggestions.of(attribute.codes()).exact(word);
        if (exact.size() == 1) {
            return Decision.of(id, cells, exact.get(0), Level.SURE, Reason.NAME);
        }
        if (TableWords.all().kinds(word).contains("missing") || Marks.isMark(word)) {
            return Decision.of(id, cells, "O", Level.LIKELY, Reason.NAME);
        }
        return Decision.of(id, cells, FigureFlags.NORMAL, Level.LIKELY, Reason.UNKNOWN);
    }
}
