package org.tipstats.validate.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.files.csv.RawRow;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.rule.UnknownCode;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Checks whether rows of SDMX-CSV belong to another dataflow, or to one of another agency or version. Reports the first
 * such row as an unknown code.
 */
final class NamedDataflow {

    /** The pattern {@code AGENCY:ID(VERSION)}. Agency and version are optional; a name after the version is ignored. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?:([^:()]*+):)?\\s*+([A-Za-z0-9_@$-]++)\\s*+(?:\\(([^)]*+)\\))?\\s*+(?::.*+)?");

    /** The part of a version that may grow, and all parts after it. */
    private static final Pattern OPEN_PARTS = Pattern.compile("\\d*+[+*].*+");

    private final Dataflow dataflow;
    private final LayoutColumn column;
    private final FileContext context;
    private String accepted = "";
    private boolean reported;

    NamedDataflow(Layout layout, FileContext context) {
        this.dataflow = context.dataflow();
        this.context = context;
        this.column = layout.column(Kind.STRUCTURE_ID)
                .or(() -> layout.column(Kind.DATAFLOW))
                .orElse(null);
    }

    /** Returns the id of the structure or dataflow that a row names; empty if it names none. */
    Optional<String> id(RawRow row) {
        if (column == null || column.index() >= row.cells().length) {
            return Optional.empty();
        }
        Matcher matcher = REFERENCE.matcher(CellText.strip(row.cells()[column.index()]));
        return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
    }

    /** Returns whether the row belongs to another dataflow. Reports the first such row. */
    boolean isOther(RawRow row) {
        if (column == null || column.index() >= row.cells().length) {
            return false;
        }
        String cell = row.cells()[column.index()];
        if (cell.equals(accepted) || cell.equalsIgnoreCase(column.header())) {
            return false;
        }
        Matcher matcher = REFERENCE.matcher(CellText.strip(cell));
        boolean readable = matcher.matches();
        if (cell.isBlank() || readable && isMeant(matcher)) {
            accepted = cell;
            return false;
        }
        if (!reported) {
            boolean bare = !readable || matcher.group(1) == null && matcher.group(3) == null;
            report(row, cell, bare ? dataflow.id() : dataflow.identification());
        }
        return true;
    }

    private boolean isMeant(Matcher reference) {
        String agency = reference.group(1);
        String id = reference.group(2);
        return (dataflow.id().equals(id) || dataflow.structure().id().equals(id))
                && (agency == null || agency.isBlank() || agency.strip().equals(dataflow.agency()))
                && (reference.group(3) == null || isVersion(reference.group(3).strip()));
    }

    /** Returns whether the version of the dataflow is the named one or begins with it, as 1.0.0 begins with 1.0. */
    private boolean isVersion(String named) {
        String fixed = OPEN_PARTS.matcher(named).replaceFirst("");
        return fixed.isEmpty() || (dataflow.version() + ".").startsWith(fixed.endsWith(".") ? fixed : fixed + ".");
    }

    private void report(RawRow row, String cell, String meant) {
        reported = true;
        Map<String, Object> parameters = Map.of("dataflow", meant, "variant", "dataflow");
        context.report(new UnknownCode(), row.line(), row.record(), column.place(), cell, parameters, List.of(meant));
    }
}
