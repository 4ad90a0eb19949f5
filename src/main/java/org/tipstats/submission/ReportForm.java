package org.tipstats.submission;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.web.AcceptHeader;

/** A form that a report comes in, the usual one first. */
enum ReportForm {
    JSON("application/json"),
    /** The submitter's own file with what was found. */
    CSV("text/csv"),
    /** The same as a workbook. */
    XLSX(UploadFields.XLSX),
    /** A page that stands alone. */
    HTML("text/html");

    private final String type;

    ReportForm(String type) {
        this.type = type;
    }

    /** As the header of a reply says it. */
    String mediaType() {
        return type.startsWith("text/") ? type + ";charset=utf-8" : type;
    }

    /** The word of the parameter {@code format}, and the end of a file's name. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private String type() {
        return type;
    }

    /** The form that the parameter names, else the one that {@code Accept} likes best; 400 or 406 when there is none. */
    static ReportForm choose(String format, String accept) {
        return format == null ? accepted(accept) : named(format);
    }

    private static ReportForm named(String format) {
        List<String> words = Arrays.stream(values()).map(ReportForm::word).toList();
        int place = words.indexOf(format);
        if (place < 0) {
            throw ProblemException.parameter(
                    "format", format, "Choose one of these formats: " + String.join(", ", words) + ".", words);
        }
        return values()[place];
    }

    private static ReportForm accepted(String accept) {
        return AcceptHeader.parse(accept)
                .best(List.of(values()), ReportForm::type)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "Reports are available as "
                                + Arrays.stream(values()).map(ReportForm::type).collect(Collectors.joining(", "))
                                + "."));
    }
}
