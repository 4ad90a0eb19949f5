package org.tipstats.validate.trial;

import java.nio.file.Path;
import java.util.List;
import org.tipstats.validate.run.Progress;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.table.Baseline;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * A file that was accepted, with the conditions under which it was validated.
 *
 * @param id the id of its submission; null for a file that was never submitted
 * @param areas the areas of its rows, as they were known then
 * @param name the name that the sender gave, or null
 * @param path a copy of the file
 * @param replace whether the file replaced all earlier data of its areas and periods
 * @param year the year in which the file was received
 * @param acceptedAt the time of the acceptance as an ISO 8601 instant; null for a file that was never submitted
 * @param baseline the figures that the file was compared with
 */
public record AcceptedFile(
        String id,
        String dataflow,
        List<String> areas,
        String name,
        Path path,
        boolean replace,
        int year,
        String acceptedAt,
        Baseline baseline) {

    ValidationRequest request(SchemaRegistry schemas, Dataflow flow) {
        return new ValidationRequest(
                schemas, flow, null, replace, year, ValidationRequest.FINDINGS_KEPT, baseline, Progress.NONE);
    }
}
