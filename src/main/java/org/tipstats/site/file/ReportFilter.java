package org.tipstats.site.file;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.SummaryGroup;

/**
 * Selects the findings to show. A component that is null does not limit the selection.
 *
 * @param from the number of matching findings to skip
 */
public record ReportFilter(String severity, String rule, String column, int from) {

    /** Selects all findings. */
    public static final ReportFilter ALL = new ReportFilter(null, null, null, 0);

    /**
     * Makes a filter from the parameters of a URL. Treats an empty parameter as absent, and a {@code from} that is not
     * a number as 0.
     */
    public static ReportFilter of(String severity, String rule, String column, String from) {
        boolean number = from != null && from.matches("[0-9]{1,9}");
        return new ReportFilter(filled(severity), filled(rule), filled(column), number ? Integer.parseInt(from) : 0);
    }

    /** Parses a query made by {@link #query}. Ignores invalid parts of the query. */
    public static ReportFilter ofQuery(String query) {
        Map<String, String> said = new HashMap<>();
        for (String part : query.replaceFirst("^\\?", "").split("&")) {
            int at = part.indexOf('=');
            if (at > 0) {
                said.put(part.substring(0, at), decoded(part.substring(at + 1)));
            }
        }
        return of(said.get("severity"), said.get("rule"), said.get("column"), said.get("from"));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String filled(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    boolean takes(Finding finding) {
        String name = finding.column() == null ? null : finding.column().name();
        return takes(finding.severity().word(), finding.rule(), name);
    }

    boolean takes(SummaryGroup group) {
        return takes(group.severity().word(), group.rule(), group.column());
    }

    private boolean takes(String ofSeverity, String ofRule, String ofColumn) {
        return (severity == null || severity.equals(ofSeverity))
                && (rule == null || rule.equals(ofRule))
                && (column == null || Objects.equals(column, ofColumn));
    }

    /**
     * Returns the URL query of a page that shows findings which this filter selects.
     *
     * @param place the number of matching findings to skip
     */
    String query(int place) {
        return "?" + part("severity", severity) + part("rule", rule) + part("column", column) + "from=" + place;
    }

    private static String part(String name, String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }
}
