package org.tipstats.publish.citation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tipstats.platform.http.AcceptHeader;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.Suggestions;

/** The formats of a citation. */
enum CitationFormat {
    /** Contains the other formats. */
    JSON("application/json"),
    TEXT("text/plain"),
    BIBTEX("application/x-bibtex"),
    CSL("application/vnd.citationstyles.csl+json");

    private final String mediaType;

    CitationFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the requested format. Either parameter may be null.
     *
     * @param format has precedence over the header
     * @throws ProblemException 400 if the format is not valid; 406 if none is acceptable
     */
    static CitationFormat choose(String format, String accept) {
        List<CitationFormat> forms = List.of(values());
        if (format == null) {
            return AcceptHeader.parse(accept)
                    .best(forms, CitationFormat::mediaType)
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.NOT_ACCEPTABLE, "Citations are available as JSON, text, BibTeX and CSL-JSON."));
        }
        List<String> words = Arrays.stream(values()).map(CitationFormat::word).toList();
        return forms.stream()
                .filter(form -> form.word().equals(format))
                .findFirst()
                .orElseThrow(() -> ProblemException.parameter(
                        "format",
                        format,
                        "Choose one of these formats: " + String.join(", ", words) + ".",
                        Suggestions.near(format, words)));
    }
}
