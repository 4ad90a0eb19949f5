package org.tipstats.collect.receive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.tipstats.collect.mappings.MappingDiff.MappingChange;
import org.tipstats.collect.mappings.SavedMapping;
import org.tipstats.collect.receive.SubmissionMappings.PreviousFile;
import org.tipstats.collect.receive.SubmissionMappings.SubmissionMapping;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The mapping that read a submitted file, as the API shows it.
 *
 * @param mapping the structure message
 */
record SubmissionMappingView(
        String id,
        int version,
        String name,
        String area,
        JsonNode mapping,
        PreviousFile previous,
        List<MappingChange> changes) {

    static SubmissionMappingView from(SubmissionMapping used, SchemaRegistry schemas) {
        SavedMapping saved = used.saved();
        JsonNode message =
                new MappingMessage(schemas).write(saved.mapping(), saved.id(), saved.version() + ".0.0", saved.name());
        return new SubmissionMappingView(
                saved.id(), saved.version(), saved.name(), saved.area(), message, used.previous(), used.changes());
    }
}
