package org.tipstats.citation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.problem.Suggestions;
import org.tipstats.web.AcceptHeader;

/** The forms of a citation. */
enum CitationForm {
    /** All of them in one. */
    JSON("application/json"),
    TEXT("text/plain"),
    BIBTEX("application/x-bibtex"),
    CSL("application/vnd.citationstyles.csl+json");

    private final String mediaType;

    CitationForm(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form that a reader wants. @param format goes before the header; either may be null */
    static CitationForm choose(String format, String accept) {
        List<CitationForm> forms = List.of(values());
        if (format == null) {
            return AcceptHeader.parse(accept)
                    .best(forms, CitationForm::mediaType)
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.NOT_ACCEPTABLE, "Citations are available as JSON, text, BibTeX and CSL-JSON."));
        }
        List<String> words = Arrays.stream(values()).map(CitationForm::word).toList();
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
