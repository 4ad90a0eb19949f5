package org.tipstats.mapping.guess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.guess.RowMeaning.Context;
import org.tipstats.mapping.meaning.AdultProof;
import org.tipstats.mapping.meaning.Counterparts;
import org.tipstats.mapping.meaning.KeyDraft;
import org.tipstats.mapping.meaning.MappedKey;
import org.tipstats.mapping.meaning.PlacedFigure;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnRole.Kind;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The place of one figure in a dataflow, given by its column, row, titles and constants.
 *
 * @param draft the codes with the words that gave them
 * @param collapsed words that have no place in the key
 */
record Placement(MappedKey key, KeyDraft draft, Set<String> collapsed) {

    private static final String TIME = "TIME_PERIOD";

    /**
     * Finds the place of the figure where a row and a column meet.
     *
     * @return empty while a question about the place is open
     */
    static Optional<Placement> of(RowMeaning row, ValueColumn column, Common common) {
        KeyDraft draft = row.named().copy();
        common.fill(draft, column.named());
        if (column.year() != null) {
            draft.put(TIME, column.year());
        }
        common.fill(draft, row.inherited());
        draft.fill(common.constants);
        return draft.key().map(key -> new Placement(key, draft, collapsed(row, column)));
    }

    /** Returns whether a row has another year than some column of figures, as in tables about different years. */
    static boolean areOfOtherYears(Context context, List<ValueColumn> columns) {
        Set<String> years = columns.stream()
                .flatMap(column -> Stream.ofNullable(column.year()))
                .collect(Collectors.toSet());
        return !years.isEmpty()
                && context.reading().of(TIME).stream()
                        .flatMap(column ->
                                context.reading().block().body().stream().map(row -> row.text(column.index())))
                        .flatMap(text -> context.meanings().year(text).stream())
                        .anyMatch(year -> !years.equals(Set.of(year)));
    }

    /**
     * Adds the codes in the headings of row names. Also adds the sex or age in the heading of another component, as in
     * {@code Women | 2019 | 2020}.
     */
    static void addHeadings(BlockReading reading, Meanings meanings, KeyDraft draft) {
        meanings.addLabels(reading.of(Kind.LABEL).stream().map(Column::lowest).toList(), draft);
        reading.roles().forEach((column, role) -> {
            Map<String, String> codes = meanings.label(column.lowest()).codes();
            for (String component : List.of("SEX", "AGE")) {
                if (role.is(Kind.COMPONENT) && codes.containsKey(component)) {
                    draft.putIfAbsent(component, codes.get(component));
                }
            }
        });
    }

    /** Decides whether women and men are adults in tables with minors. Returns whether this is open. */
    static boolean areAgesOpen(List<BlockReading> readings, DecisionLog log, Counterparts counterparts) {
        AdultProof proof = adults(readings);
        String shown = proof.shown().orElse(AdultProof.ALL_AGES);
        Level level = proof.shown().isPresent() ? Level.SURE : Level.ASK;
        if (level == Level.ASK && !proof.isOpen()) {
            return false;
        }
        String value = log.decide(Decision.of("ages", List.of(), shown, level, Reason.FIGURES)
                .withAlternatives(List.of(AdultProof.ADULTS, AdultProof.ALL_AGES)));
        if (AdultProof.ADULTS.equals(value)) {
            counterparts.setAdults();
        }
        return value == null;
    }

    /** Collects the figures whose sums may show whether women and men are only adults in these tables. */
    private static AdultProof adults(List<BlockReading> readings) {
        AdultProof proof = new AdultProof();
        for (BlockReading reading : readings) {
            for (Sheet.Row row : reading.block().body()) {
                for (Column column : reading.values()) {
                    Optional<BigDecimal> value = reading.isIgnored(row, column)
                            ? Optional.empty()
                            : reading.areas().number(row, column);
                    value.ifPresent(number -> proof.add(names(reading, row, column), number));
                }
            }
        }
        return proof;
    }

    /** Returns all texts that say what a figure is, each at a fixed index. */
    private static List<String> names(BlockReading reading, Sheet.Row row, Column column) {
        List<String> names = new ArrayList<>(reading.texts(reading.sections(row)));
        names.add(reading.block().range().toString());
        reading.roles().forEach((each, role) -> {
            if (role.is(Kind.LABEL) || role.is(Kind.COMPONENT)) {
                names.add(row.text(each.index()));
            }
        });
        names.add(Periods.within(column.name()).orElse(""));
        names.addAll(column.header());
        return names;
    }

    private static Set<String> collapsed(RowMeaning row, ValueColumn column) {
        if (column.part() == null) {
            return row.collapsed();
        }
        Set<String> collapsed = new LinkedHashSet<>(row.collapsed());
        collapsed.add(column.part());
        return collapsed;
    }

    /** The facts that all figures of one table share. */
    static final class Common {

        private final KeyDraft constants;
        private final List<Dimension> dimensions;
        /** The codes that rows name, by dimension. */
        private final Map<String, Set<String>> named = new HashMap<>();

        private final Map<List<String>, Boolean> wholes = new HashMap<>();

        /** @param constants codes that are the same in the whole table */
        Common(Context context, RowMeaning[] rows, Map<String, String> constants) {
            this.constants = new KeyDraft(context.meanings().dimensions());
            this.constants.putAllIfAbsent(constants);
            this.dimensions = context.meanings().dataflow().structure().dimensions().stream()
                    .filter(dimension -> !dimension.isTime())
                    .toList();
            for (RowMeaning row : rows) {
                if (row != null && row.reason() == null) {
                    dimensions.forEach(dimension -> addCode(dimension.id(), row.named()));
                }
            }
        }

        private void addCode(String id, KeyDraft row) {
            if (row.has(id)) {
                named.computeIfAbsent(id, none -> new HashSet<>()).add(row.code(id));
            }
        }

        /**
         * Adds the codes of the headings above a figure. If the figure has a total, the code of a heading replaces it,
         * but only if the rows name no other codes than this one, its parts, totals and unknowns.
         */
        private void fill(KeyDraft draft, KeyDraft above) {
            for (Dimension dimension : dimensions) {
                String id = dimension.id();
                if (above.has(id) && isTotal(dimension.codes(), draft.code(id)) && isWhole(dimension, above.code(id))) {
                    draft.put(id, above.code(id), null);
                    // The total of women and girls covers all ages.
                    if (id.equals("SEX") && named.containsKey("AGE")) {
                        draft.putIfAbsent("AGE", "_T");
                    }
                }
            }
            draft.fill(above);
        }

        private boolean isWhole(Dimension dimension, String code) {
            CodeList list = dimension.codes();
            return wholes.computeIfAbsent(
                    List.of(dimension.id(), code),
                    none -> named.getOrDefault(dimension.id(), Set.of()).stream()
                            .flatMap(part -> list.find(part).stream())
                            .allMatch(part -> part.isTotal()
                                    || part.isUnknown()
                                    || part.id().equals(code)
                                    || list.broader(part)
                                            .contains(list.find(code).orElseThrow())));
        }

        private static boolean isTotal(CodeList list, String code) {
            return code != null && list.find(code).filter(Code::isTotal).isPresent();
        }
    }

    /** @param cell the cell of the figure; null for a blank cell */
    PlacedFigure figure(Cell cell, FigureValue value) {
        return new PlacedFigure(key, draft, collapsed, cell, value.value(), value.attributes());
    }

    /**
     * Adds the texts of a row in the columns that an answer leaves out. These texts still distinguish figures from each
     * other. Leaves out words for a total, whose figure is no part of a sum.
     */
    static void addCollapsed(BlockReading reading, Sheet.Row row, Set<String> collapsed) {
        for (Column each : reading.of(Kind.IGNORED)) {
            String reason = reading.roles().get(each).reason();
            String text = row.text(each.index());
            boolean total = TableWords.all().kinds(text).contains("total");
            if (reason.equals("ignored") && !text.isEmpty() && !total) {
                collapsed.add(each.index() + " " + text);
            }
        }
    }
}
