package org.tipstats.submission;

import java.util.Arrays;
import java.util.List;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.Suggestions;
import org.tipstats.schema.SchemaRegistry;

/** What a list of submissions is narrowed to; null means all. */
record SubmissionFilter(String dataflow, String source, String area, SubmissionStatus status) {

    /** Reads the parameters; 400 for a dataflow, a source, an area or a status that is none. */
    static SubmissionFilter of(SchemaRegistry schemas, String dataflow, String source, String area, String status) {
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
                    org.tipstats.validation.Suggestions.of(schemas.areas()).forText(area));
        }
        return new SubmissionFilter(dataflow, source, area, status == null ? null : status(status));
    }

    private static SubmissionStatus status(String text) {
        List<String> known =
                Arrays.stream(SubmissionStatus.values()).map(Enum::name).toList();
        if (!known.contains(text)) {
            List<String> near = Suggestions.near(text, known);
            throw ProblemException.parameter(
                    "status", text, "There is no status \"" + text + "\".", near.isEmpty() ? known : near);
        }
        return SubmissionStatus.valueOf(text);
    }
}
