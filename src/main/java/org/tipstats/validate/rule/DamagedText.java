package org.tipstats.validate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.files.detect.FileProbe;
import org.tipstats.files.detect.MisreadText;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.FindingSink;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.RowContext;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;

/**
 * Reports text that is not valid in its encoding, or that was once decoded wrongly. The cause concerns the whole file,
 * so there is one finding for each kind of damage. The finding is about the first damaged cell and gives the lines of
 * some further damaged cells. A finding about invalid bytes names their line, but no cell.
 */
@Rule.Info(id = "damaged-text", severity = Severity.ERROR, since = "1.0.0")
public final class DamagedText implements Rule {

    /** One kind of damage. */
    private static final class Damage {
        Finding first;
        long cells;
        final List<Finding.Related> others = new ArrayList<>();
    }

    private final Damage lost = new Damage();
    private final Damage misread = new Damage();

    /** Returns whether a text is damaged. The rules about codes do not report damaged texts. */
    public static boolean covers(String text) {
        return MisreadText.hasReplacementCharacter(text) || MisreadText.looksMisread(text);
    }

    /**
     * Reports bytes that are not valid text.
     *
     * @return whether the file has such bytes
     */
    public boolean check(FileProbe probe, FileContext context) {
        FileProbe.Fault fault = probe.fault();
        if (fault == null) {
            return false;
        }
        String encoding = probe.charset().name();
        String candidates = String.join(", ", fault.candidates());
        Map<String, Object> parameters = new TreeMap<>(Map.of("encoding", encoding, "candidates", candidates));
        parameters.put("variant", fault.kind().name().toLowerCase(Locale.ROOT));
        if (fault.offset() >= 0) {
            parameters.put("byte", fault.offset());
        }
        context.report(this, fault.line(), parameters, fault.candidates());
        return true;
    }

    public void check(RowContext row) {
        for (LayoutColumn column : row.layout().columns()) {
            Attribute attribute = column.attribute();
            boolean text = attribute != null && row.row().attributes[column.index()] != null;
            if (row.isFlagged(column) || (text && attribute.codes() == null)) {
                checkCell(row, column);
            }
        }
    }

    private void checkCell(RowContext row, LayoutColumn column) {
        String cell = row.cell(column);
        if (MisreadText.hasReplacementCharacter(cell)) {
            note(lost, row, column, "lost");
        } else if (MisreadText.looksMisread(cell)) {
            note(misread, row, column, "misread");
        }
    }

    private void note(Damage damage, RowContext row, LayoutColumn column, String variant) {
        damage.cells++;
        Finding finding = row.finding(this, column, row.cell(column), Map.of("variant", variant), List.of());
        if (damage.first == null) {
            damage.first = finding;
        } else if (damage.others.size() < RowFindings.MAX_RELATED) {
            damage.others.add(new Finding.Related(row.row().raw.line(), CellText.shorten(row.cell(column))));
        }
    }

    public void finish(FindingSink sink) {
        for (Damage damage : List.of(lost, misread)) {
            if (damage.first != null) {
                Map<String, Object> parameters = new TreeMap<>(damage.first.parameters());
                parameters.put("cells", damage.cells);
                sink.add(damage.first.with(parameters, List.copyOf(damage.others)));
            }
        }
    }
}
