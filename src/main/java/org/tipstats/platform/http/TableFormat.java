package org.tipstats.platform.http;

import java.util.Arrays;
import java.util.List;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/** The formats of a reply that is a table of rows. */
public enum TableFormat {
    JSON("json", "application/json"),
    CSV("csv", "text/csv");

    private final String word;
    private final String mediaType;

    TableFormat(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    /**
     * Chooses the format of a reply.
     *
     * @param format the parameter, which has priority over the header, or null
     * @param accept the header, or null
     * @throws ProblemException with status 400 if the parameter is not valid, 406 if the header accepts no format
     */
    public static TableFormat choose(String format, String accept) {
        List<TableFormat> forms = List.of(values());
        if (format == null) {
            return AcceptHeader.parse(accept)
                    .best(forms, form -> form.mediaType)
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.NOT_ACCEPTABLE, "This is available as application/json or text/csv."));
        }
        return forms.stream()
                .filter(form -> form.word.equals(format))
                .findFirst()
                .orElseThrow(() -> ProblemException.parameter(
                        "format",
                        format,
                        "Choose one of these formats: json, csv.",
                        Arrays.stream(values()).map(form -> form.word).toList()));
    }
}
