package org.tipstats.validate.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.row.RowContext;
import org.tipstats.vocabulary.names.CellText;

/** Reports a text from which surrounding blanks or a leading apostrophe, which spreadsheets hide, were removed. */
@Rule.Info(id = "text-trimmed", severity = Severity.INFORMATION, since = "1.1.0")
public final class TextTrimmed implements CellRule {

    private static final Set<Kind> TEXTS = EnumSet.of(Kind.DIMENSION, Kind.ATTRIBUTE, Kind.ACTION);

    @Override
    public void check(RowContext row) {
        if (!row.row().anyTrimmed
                && (row.row().raw.guarded() == null || row.layout().isAnnotated())) {
            return;
        }
        for (LayoutColumn column : row.layout().columns()) {
            if (TEXTS.contains(column.kind()) && !row.isFlagged(column)) {
                check(row, column);
            }
        }
    }

    private void check(RowContext row, LayoutColumn column) {
        String received = row.layout().isAnnotated() ? row.cell(column) : row.received(column);
        String read = CellText.strip(row.cell(column));
        if (!read.isEmpty() && !read.equals(received)) {
            String variant = received.equals(row.cell(column)) ? "" : "apostrophe";
            row.report(this, column, received, Map.of("variant", variant), List.of(read));
        }
    }
}
