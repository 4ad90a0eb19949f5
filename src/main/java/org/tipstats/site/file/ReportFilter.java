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
 * Which findings are looked at; null means all.
 *
 * @param from how many of them come before those shown
 */
public record ReportFilter(String severity, String rule, String column, int from) {

    /** All findings. */
    public static final ReportFilter ALL = new ReportFilter(null, null, null, 0);

    /** What the parameters of an address say; an empty one says nothing, and so does a place that is no number. */
    public static ReportFilter of(String severity, String rule, String column, String from) {
        boolean number = from != null && from.matches("[0-9]{1,9}");
        return new ReportFilter(said(severity), said(rule), said(column), number ? Integer.parseInt(from) : 0);
    }

    /** What such a query says as {@link #query} makes it; what cannot be read says nothing. */
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

    private static String said(String text) {
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

    /** The query of an address with the same choice from another place on. */
    String query(int place) {
        return "?" + part("severity", severity) + part("rule", rule) + part("column", column) + "from=" + place;
    }

    private static String part(String name, String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }
}
