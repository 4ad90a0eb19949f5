package org.tipstats.validate.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tipstats.files.csv.RowSource.Assumption;
import org.tipstats.files.detect.FileKind;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.table.RuleSettings;
import org.tipstats.vocabulary.schema.Dataflow;

/** Reports the assumptions needed to read the file as a table, one finding for each kind. */
@Rule.Info(id = "layout-assumed", severity = Severity.INFORMATION, since = "1.1.0")
public final class LayoutAssumed implements Rule {

    private static final Pattern TEXT_NAME = Pattern.compile("(?is).*\\.(csv|tsv|tab|txt)");

    public void check(List<Assumption> assumptions, FileContext context) {
        for (Assumption assumption : assumptions) {
            Map<String, Object> parameters = new TreeMap<>();
            parameters.put(
                    "variant", assumption.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            if (assumption.text() != null) {
                parameters.put("text", assumption.text());
            }
            if (assumption.line() != null) {
                boolean several = !assumption.line().equals(assumption.lastLine());
                parameters.put("lines", several ? "several" : "one");
                parameters.put("last", String.valueOf(assumption.lastLine()));
            }
            context.report(this, assumption.line(), parameters, List.of());
        }
    }

    /**
     * Returns a finding about values that were sent with a file but not used.
     *
     * @param dataflow gives the severity of the finding
     * @param variant the reason: {@code values-beside} if the file has the columns of the dataflow,
     *     {@code values-unused} if no figure of the table has them
     */
    public Finding unusedValues(Dataflow dataflow, String variant, String values) {
        Map<String, Object> parameters = Map.of("variant", variant, "text", values);
        return new Finding(
                id(),
                new RuleSettings(dataflow).severity(this),
                null,
                null,
                null,
                null,
                parameters,
                List.of(),
                Map.of(),
                List.of());
    }

    /** Reports a workbook that has the name of a text file. */
    public void checkName(String fileName, FileKind kind, FileContext context) {
        boolean workbook = kind == FileKind.XLSX || kind == FileKind.ODS;
        if (workbook && fileName != null && TEXT_NAME.matcher(fileName).matches()) {
            Map<String, Object> parameters = Map.of("variant", "name", "kind", kind.name());
            context.report(this, null, parameters, List.of());
        }
    }

    /** Reports the columns whose id the header spells in another way, for example in lower case. */
    public void reportSpellings(Layout layout, FileContext context) {
        List<String> names = layout.differentlySpelt();
        if (!names.isEmpty()) {
            String columns = String.join(", ", names);
            Map<String, Object> parameters = Map.of("variant", "names", "columns", columns, "count", names.size());
            context.report(this, layout.line(), parameters, List.of());
        }
    }
}
