package org.tipstats.collect.reports;

import org.tipstats.platform.http.Languages;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * The requested format and language of a report.
 *
 * @param format the parameter as given, or null
 * @param lang the parameter as given, or null
 */
public record ReportRequest(ReportFormat form, String language, String format, String lang) {

    /**
     * Reads the parameters and headers of a request. Throws a 400 if a parameter is not valid, a 406 if no format is
     * acceptable.
     */
    public static ReportRequest read(String format, String lang, String accept, String acceptLanguage) {
        String language = Languages.choose(lang, acceptLanguage, LocalText.LANGUAGES);
        return new ReportRequest(ReportFormat.choose(format, accept), language, format, lang);
    }

    /** Requests the default format. */
    static ReportRequest json(String language) {
        return new ReportRequest(ReportFormat.JSON, language, null, null);
    }

    /** Returns the address of a report in the same format and language. */
    String address(String report, String cursor) {
        String word = form == ReportFormat.HTML ? form.word() : format;
        return address(report, word, cursor);
    }

    /** Returns the address of the same report in another format. */
    String addressIn(ReportFormat other, String report, String cursor) {
        return address(report, other.word(), cursor);
    }

    private String address(String report, String word, String cursor) {
        String query = parameter("cursor", cursor) + parameter("format", word) + parameter("lang", lang);
        return query.isEmpty() ? report : report + "?" + query.substring(1);
    }

    private static String parameter(String name, String value) {
        return value == null ? "" : "&" + name + "=" + value;
    }
}
