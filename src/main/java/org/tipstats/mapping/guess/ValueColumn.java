package org.tipstats.mapping.guess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.RowMeaning.Context;
import org.tipstats.mapping.meaning.Counterparts;
import org.tipstats.mapping.meaning.HeaderNames;
import org.tipstats.mapping.meaning.KeyDraft;
import org.tipstats.mapping.meaning.LabelReader.Label;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.PartOfYear;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.mapping.reading.ShareProof;
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

    /** The answer that chooses all columns that name no measure. */
    static final String PARTS = "\0";

    /** The number of a column at the end of its name, alone or after a word for column. */
    private static final Pattern NUMBERED = Pattern.compile("[(\\[]\\p{L}{0,10}\\.?\\s?(\\d{1,3})[)\\]]$");

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
            boolean date = !rest.equals(text);
            Optional<String> ownPart = PartOfYear.of(rest).or(() -> date ? PartOfYear.ofDate(rest) : Optional.empty());
            part = ownPart.orElse(part);
            dated |= ownPart.isPresent();
            if (ownPart.isPresent()
                    || TableWords.all().kinds(rest).contains("value")
                    || CellText.fold(rest).isEmpty()) {
                return;
            }
            leaveOut(PartOfYear.isMentioned(rest) || date && isDayOfYear(rest) ? "part-of-year" : null);
            readName(rest);
        }

        /** Returns whether a date means only a day, and not the year of which it is the first or last day. */
        private boolean isDayOfYear(String rest) {
            return PartOfYear.isDay(rest)
                    && !(PartOfYear.isEdge(rest)
                            && context.reading().values().stream()
                                    .flatMap(column -> column.header().stream())
                                    .map(Periods::without)
                                    .filter(PartOfYear::isDay)
                                    .allMatch(rest::equals));
        }

        private void leaveOut(String why) {
            reason = reason == null ? why : reason;
        }

        private void readYear(String text) {
            if (Periods.isSeveralYears(text)) {
                dated = true;
                leaveOut("several-years");
            } else if (Periods.hasFiscal(text)) {
                dated = true;
                year = RowMeaning.year(context.log(), text, cell);
                leaveOut(year == null ? TableReader.OPEN : null);
            } else {
                year = Periods.within(text).orElse(year);
                dated |= year != null;
                leaveOut(PartOfYear.isLimited(text, context.marks()) ? "part-of-year" : null);
            }
        }

        private void readName(String name) {
            Label label = context.meanings().label(name, cell, left);
            if (label.known()
                    && (!label.codes().isEmpty() || context.meanings().reader().isOfSome(name))) {
                label.codes().forEach((component, code) -> named.put(component, code, name));
                leaveOut(label.others() ? "breakdown" : null);
                return;
            }
            Optional<Meanings.Word> form = context.form(name, cell);
            if (form.isPresent()) {
                String code = form.get().code();
                leaveOut(form.get().dimension() == null ? "breakdown" : code == null ? TableReader.OPEN : null);
                named.put(form.map(Meanings.Word::dimension).orElse(""), code, name);
            } else if (!TableWords.all().kinds(name).contains("total")) {
                measure.add(name);
            }
        }
    }

    /** Returns the name of the measure; the letters of the column if it has no header. */
    String name() {
        return measure.isEmpty() && column.header().isEmpty() ? ColumnLetters.of(column.index()) : measure;
    }

    /** Returns the name of a column that names no measure, without its years if it has other words. */
    String nameOfPart() {
        return Stream.of(column.lowest(), column.name())
                .map(Periods::without)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(column.lowest());
    }

    /** Returns the names of the columns that name no measure, such as {@code Women} and {@code Men}. */
    static List<String> namesOfParts(List<ValueColumn> columns) {
        return columns.stream()
                .filter(column -> column.name().isEmpty())
                .map(ValueColumn::nameOfPart)
                .toList();
    }

    /**
     * Returns whether columns without a measure, such as women, are parts of the columns with a measure. This is so if
     * every measure is the subject of the dataflow, such as victims, and each column without a measure names a code.
     * Also returns true if no column has a measure.
     */
    static boolean areParts(List<ValueColumn> columns, Meanings meanings) {
        List<ValueColumn> parts =
                columns.stream().filter(column -> column.name().isEmpty()).toList();
        boolean own = columns.stream().allMatch(column -> parts.contains(column) || column.isOwnSubject(meanings));
        boolean coded = parts.stream().noneMatch(column -> column.named.named().isEmpty());
        return own && (coded || parts.size() == columns.size());
    }

    private boolean isOwnSubject(Meanings meanings) {
        Label label = meanings.label(measure);
        return measure.chars().noneMatch(Character::isDigit)
                && label.known()
                && label.codes().isEmpty()
                && !label.others()
                && Counterparts.isOwnSubject(meanings.dataflow(), measure);
    }

    /** Returns whether an answer names this measure: by its text, the start of its text, or its cell. */
    boolean isMeasure(String answer, Block block) {
        if (answer.equals(block.address(column)) || measure.equals(answer)) {
            return true;
        }
        if (answer.equals(PARTS)) {
            return name().isEmpty();
        }
        String asked = CellText.fold(Periods.without(answer));
        String own = CellText.fold(measure);
        String lowest = CellText.fold(Periods.without(column.lowest()));
        return !asked.isEmpty() && (own.equals(asked) || lowest.equals(asked) || own.startsWith(asked + " "));
    }

    /**
     * Returns the names of the measures of several columns, with the address of the first column of each.
     *
     * @param asked whether an answer chooses one of these names
     */
    static Map<String, String> measures(List<ValueColumn> columns, Block block, boolean asked) {
        boolean one = !asked && columns.size() > 1 && differByNumbers(columns, block);
        Map<String, String> measures = new LinkedHashMap<>();
        for (ValueColumn column : columns) {
            measures.putIfAbsent(one ? column.withoutNumber() : column.name(), block.address(column.column));
        }
        return measures;
    }

    /**
     * Returns whether the names of these columns differ only in their years and in the numbers of the columns, such as
     * Cases 2019 (3) and Cases 2020 (4). Each of them must have its own year, and the table must have further numbered
     * columns.
     */
    private static boolean differByNumbers(List<ValueColumn> columns, Block block) {
        List<Integer> numbers = block.columns().stream()
                .flatMap(column -> NUMBERED.matcher(column.name()).results())
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
        boolean running = IntStream.range(1, numbers.size()).allMatch(i -> numbers.get(i - 1) <= numbers.get(i));
        long years = columns.stream()
                .flatMap(column -> Stream.ofNullable(column.year))
                .distinct()
                .count();
        return running
                && numbers.size() > columns.size()
                && years == columns.size()
                && columns.stream()
                        .allMatch(column -> NUMBERED.matcher(column.measure).find())
                && columns.stream().map(ValueColumn::withoutNumber).distinct().count() == 1;
    }

    private String withoutNumber() {
        return NUMBERED.matcher(measure).replaceFirst("").replaceFirst("[\\s-]+$", "");
    }

    /**
     * Returns the year in the name of a column of percentages, if each percentage is the share of a figure in the total
     * of the figures. The figures then have this year, too.
     */
    static Optional<String> yearOfShares(BlockReading reading) {
        List<Column> counts = reading.values();
        return reading.roles().entrySet().stream()
                .filter(entry -> "percent".equals(entry.getValue().reason()))
                .map(Map.Entry::getKey)
                .filter(shares ->
                        !counts.isEmpty() && counts.stream().allMatch(column -> areShares(reading, column, shares)))
                .flatMap(shares -> Periods.within(shares.name()).stream())
                .findFirst();
    }

    private static boolean areShares(BlockReading reading, Column counts, Column shares) {
        ShareProof pairs = new ShareProof();
        for (Sheet.Row row : reading.block().body()) {
            Optional<BigDecimal> count = reading.areas().number(row, counts);
            Optional<BigDecimal> share = reading.areas().number(row, shares);
            if (count.isPresent() && share.isPresent()) {
                pairs.add(count.get(), share.get());
            }
        }
        return pairs.areProved();
    }
}
