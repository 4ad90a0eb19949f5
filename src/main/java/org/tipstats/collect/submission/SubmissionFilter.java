package org.tipstats.collect.submission;

import java.util.Arrays;
import java.util.List;
import org.tipstats.collect.upload.UploadFields;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Conditions for a list of submissions. A condition that is null matches all submissions. */
public record SubmissionFilter(String dataflow, String source, String area, SubmissionStatus status) {

    /**
     * Reads the parameters.
     *
     * @throws ProblemException 400 if the dataflow, source, area or status is not valid
     */
    public static SubmissionFilter of(
            SchemaRegistry schemas, String dataflow, String source, String area, String status) {
        if (dataflow != null) {
            UploadFields.dataflow(schemas, dataflow);
        }
        if (source != null) {
            UploadFields.source(schemas, source);
        }
        if (area != null && schemas.areas().find(area).isEmpty()) {
            throw ProblemException.parameter(
                    "area",
                    area,
                    "\"" + area + "\" is not the code of a country or area.",
                    Suggestions.of(schemas.areas()).forText(area));
        }
        return new SubmissionFilter(dataflow, source, area, status == null ? null : status(status));
    }

    private static SubmissionStatus status(String text) {
        List<String> known =
                Arrays.stream(SubmissionStatus.values()).map(Enum::name).toList();
        if (!known.contains(text)) {
            List<String> near = WordSuggestions.near(text, known);
            throw ProblemException.parameter(
                    "status", text, "There is no status \"" + text + "\".", near.isEmpty() ? known : near);
        }
        return SubmissionStatus.valueOf(text);
    }
}
