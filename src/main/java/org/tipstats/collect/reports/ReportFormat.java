package org.tipstats.collect.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tipstats.collect.upload.UploadFields;
import org.tipstats.platform.http.AcceptHeader;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/** A format of reports; the default comes first. */
enum ReportFormat {
    JSON("application/json"),
    /** The submitter's own file with the findings. */
    CSV("text/csv"),
    /** The submitter's own file with the findings, as a workbook. */
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

    private String type() {
        return type;
    }

    /**
     * Returns the format that the parameter names, otherwise the one that {@code Accept} prefers.
     *
     * @throws ProblemException 400 if the parameter is not valid; 406 if no format is acceptable
     */
    static ReportFormat choose(String format, String accept) {
        return format == null ? accepted(accept) : named(format);
    }

    private static ReportFormat named(String format) {
        List<String> words = Arrays.stream(values()).map(ReportFormat::word).toList();
        int place = words.indexOf(format);
        if (place < 0) {
            throw ProblemException.parameter(
                    "format", format, "Choose one of these formats: " + String.join(", ", words) + ".", words);
        }
        return values()[place];
    }

    private static ReportFormat accepted(String accept) {
        return AcceptHeader.parse(accept)
                .best(List.of(values()), ReportFormat::type)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "Reports are available as "
                                + Arrays.stream(values())
                                        .map(ReportFormat::type)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
