package org.tipstats.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.report.Severity;
import org.tipstats.validation.LayoutColumn.Kind;

/**
 * The file lists single persons: it has columns that only such a list has, or one row a person. Then nothing of it is
 * repeated anywhere, and this is the only finding.
 */
final class CaseLevelData implements Rule {

    private static final int FEWEST_ROWS = 10;

    private final LongSet keys = new LongSet();
    private boolean possible = true;
    private boolean[] countLike;
    private long rows;

    @Override
    public String id() {
        return "case-level-data";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    /** Looks for personal columns; true when there are any. */
    boolean check(HeaderCheck header, FileContext context) {
        Optional<LayoutColumn> personal = header.unknown().keySet().stream()
                .filter(column -> PersonalColumns.isPersonal(column.header()))
                .findFirst();
        if (personal.isEmpty() && !hasCounts(header, context)) {
            personal = header.unknown().keySet().stream()
                    .filter(column -> PersonalColumns.isPersonalWithoutCounts(column.header()))
                    .findFirst();
        }
        personal.ifPresent(column -> context.report(
                this, header.layout().line(), column.place(), null, Map.of("variant", "column"), List.of()));
        return personal.isPresent();
    }

    private static boolean hasCounts(HeaderCheck header, FileContext context) {
        String measure = context.dataflow().structure().measure().id();
        return header.layout().has(measure)
                || header.unknown().values().stream().anyMatch(suggestions -> suggestions.contains(measure));
    }

    /** Watches a row of as many cells as there are columns. */
    void watch(ParsedRow row, Layout layout) {
        if (!possible || row.action == Action.DELETE) {
            return;
        }
        rows++;
        boolean counts = layout.column(Kind.VALUE).isPresent();
        if (counts) {
            possible = row.value == 1;
        } else {
            watchUnknown(row, layout);
        }
        long key = 17;
        for (int position : row.positions) {
            key = (key * 0x100000001B3L) ^ (position + 2);
        }
        keys.add(key & Long.MAX_VALUE);
    }

    private void watchUnknown(ParsedRow row, Layout layout) {
        if (countLike == null) {
            countLike = new boolean[layout.width()];
            for (LayoutColumn column : layout.columns()) {
                countLike[column.index()] = column.kind() == Kind.UNKNOWN && !PersonalColumns.isFigure(column.header());
            }
        }
        for (int i = 0; i < countLike.length; i++) {
            countLike[i] &= CountText.parse(row.raw.cells()[i]) >= CountText.EMPTY;
        }
    }

    /** Whether the rows watched are one a person: no counts but 1, and most keys several times. */
    boolean isOneRowAPerson() {
        if (!possible || rows < FEWEST_ROWS || keys.size() * 2L > rows) {
            return false;
        }
        for (int i = 0; countLike != null && i < countLike.length; i++) {
            if (countLike[i]) {
                return false;
            }
        }
        return true;
    }

    void reportRows(Layout layout, FileContext context) {
        context.report(this, layout.line(), Map.of("variant", "rows"), List.of());
    }
}
