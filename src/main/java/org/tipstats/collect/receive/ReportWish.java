package org.tipstats.collect.receive;

import org.tipstats.platform.http.Languages;
import org.tipstats.vocabulary.schema.LocalText;

/** How a report is wanted. @param format the parameter as given, or null @param lang likewise */
record ReportWish(ReportForm form, String language, String format, String lang) {

    /** What the parameters and headers ask for; 400 for a parameter that is none, 406 for a form that there isn't. */
    static ReportWish read(String format, String lang, String accept, String acceptLanguage) {
        String language = Languages.choose(lang, acceptLanguage, LocalText.LANGUAGES);
        return new ReportWish(ReportForm.choose(format, accept), language, format, lang);
    }

    /** The usual form. */
    static ReportWish json(String language) {
        return new ReportWish(ReportForm.JSON, language, null, null);
    }

    /** The address of a report in the same form and language. */
    String address(String report, String cursor) {
        String word = form == ReportForm.HTML ? form.word() : format;
        return address(report, word, cursor);
    }

    /** The address of the same report in another form. */
    String addressIn(ReportForm other, String report, String cursor) {
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
