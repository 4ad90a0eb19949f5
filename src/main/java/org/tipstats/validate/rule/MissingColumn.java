package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.files.csv.RawRow;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.HeaderCheck;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;

/** Reports required columns that the header does not have. */
@Rule.Info(id = "missing-column", severity = Severity.ERROR, since = "1.0.0")
public final class MissingColumn implements Rule {

    /**
     * Reports each missing column. A file with an ACTION column may lack the value column as long as no row needs a
     * value.
     */
    public void check(HeaderCheck header, FileContext context) {
        boolean mayWithdraw = header.layout().column(Kind.ACTION).isPresent();
        String measure = context.dataflow().structure().measure().id();
        for (String id : header.missing()) {
            if (!(mayWithdraw && id.equals(measure))) {
                report(id, header.layout().line(), context);
            }
        }
    }

    /**
     * Reports a missing column. Suggests the code of the total for the cells of the column, because figures without
     * this column mostly count all persons.
     */
    public void report(String id, int headerLine, FileContext context) {
        List<String> total = context.dataflow().structure().dimension(id).map(Dimension::codes).stream()
                .flatMap(codes -> codes.total().stream())
                .map(Code::id)
                .toList();
        context.report(this, headerLine, Finding.Column.missing(id), null, Map.of(), total);
    }

    /** Returns whether a line is a row of a table of the dataflow: it has the code of an area and another code. */
    public boolean isRow(RawRow line, FileContext context) {
        Dimension area = context.dataflow().structure().area();
        List<Dimension> coded = context.dataflow().structure().dimensions().stream()
                .filter(dimension -> !dimension.isTime())
                .toList();
        long codes = Stream.of(line.cells())
                .map(CellText::strip)
                .filter(cell -> coded.stream().anyMatch(dimension -> dimension.positionOf(cell) >= 0))
                .count();
        return codes > 1 && Stream.of(line.cells()).anyMatch(cell -> area.positionOf(CellText.strip(cell)) >= 0);
    }

    /** Reports a first line that is not a header. This is one finding, not a finding for each missing column. */
    public void reportNoHeader(Layout layout, FileContext context) {
        String columns = HeaderCheck.required(context.dataflow()).collect(Collectors.joining(", "));
        context.report(this, layout.line(), Map.of("variant", "header", "columns", columns), List.of());
    }
}
