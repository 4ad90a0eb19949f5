package org.tipstats.collect.reports;

import java.util.List;
import java.util.Locale;
import org.tipstats.collect.upload.UploadFields;
import org.tipstats.platform.http.AcceptHeader;
import org.tipstats.platform.http.LanguageParameters;

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
    public static ReportRequest read(String format, String accept, LanguageParameters lang) {
        String language = lang.chosen();
        return new ReportRequest(ReportFormat.choose(format, accept), language, format, lang.lang());
    }

    /** Requests the default format. */
    static ReportRequest json(String language) {
        return new ReportRequest(ReportFormat.JSON, language, null, null);
    }

    /** Returns whether the requested form contains the rows of the file. */
    public boolean hasRows() {
        return form == ReportFormat.CSV || form == ReportFormat.XLSX;
    }

    /** Returns a link to a report in the format and language of this request. */
    String address(String report, String cursor) {
        return address(report, form == ReportFormat.HTML ? form.word() : format, cursor);
    }

    /** Returns a link to a report in another format, in the language of this request. */
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

    /** A format of reports; the default comes first. */
    enum ReportFormat {
        JSON("application/json"),
        /** The submitter's own file with the findings added, as CSV. */
        CSV("text/csv"),
        /** The submitter's own file with the findings added, as a workbook. */
        XLSX(UploadFields.XLSX),
        /** A page without external resources. */
        HTML("text/html");

        private final String type;

        ReportFormat(String type) {
            this.type = type;
        }

        /** Returns the value of the Content-Type header. */
        String mediaType() {
            return type.startsWith("text/") ? type + ";charset=utf-8" : type;
        }

        /** Returns the value of the parameter {@code format}, which is also the file name extension. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the requested format; see {@link AcceptHeader#choose}. */
        static ReportFormat choose(String format, String accept) {
            return AcceptHeader.choose(List.of(values()), ReportFormat::word, form -> form.type, format, accept);
        }
    }
}
