package org.tipstats.sdmx.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.sdmx.artefact.MetadataMessage;
import org.tipstats.sdmx.artefact.MetadataSet;
import org.tipstats.sdmx.artefact.StructureMessage.Header;
import org.tipstats.sdmx.question.FormatChoice;
import org.tipstats.sdmx.question.MetadataQuery;
import org.tipstats.sdmx.question.SdmxProblems;
import org.tipstats.sdmx.question.SdmxRequest;

/** Answers queries for reference metadata. Reference metadata are part of the schemas, as structures are. */
@ApplicationScoped
class MetadataService {

    private final StructureService structures;

    MetadataService(StructureService structures) {
        this.structures = structures;
    }

    /** Answers {@code /metadata/metadataset|metadataflow|structure/…} with the matching sets; 404 if there are none. */
    SdmxReply answer(SdmxRequest request, MetadataQuery query) {
        FormatChoice.requireMetadata(request);
        List<MetadataSet> sets = query.of(structures.catalogue());
        if (sets.isEmpty()) {
            throw SdmxProblems.noResults("There are no such reference metadata.");
        }
        Header header =
                structures.header("META_" + EntityTags.of(request.address()).substring(0, 16));
        byte[] body = new MetadataMessage(header, sets, request.languages(), query.stubs()).bytes();
        return structures.reply(MetadataMessage.MEDIA_TYPE, body);
    }
}
