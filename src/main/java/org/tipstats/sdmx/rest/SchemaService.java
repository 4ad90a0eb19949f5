package org.tipstats.sdmx.rest;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.tipstats.sdmx.artefact.Artefact;
import org.tipstats.sdmx.artefact.ArtefactType;
import org.tipstats.sdmx.artefact.References;
import org.tipstats.sdmx.artefact.StructureMessage.Detail;
import org.tipstats.sdmx.artefact.StructureMessage.ReaderLanguages;
import org.tipstats.sdmx.artefact.StructureMessage.StructureFormat;
import org.tipstats.sdmx.data.DataMessage;
import org.tipstats.sdmx.data.DataMessage.MessageContent;
import org.tipstats.sdmx.data.StructureSpecificSchema;
import org.tipstats.sdmx.question.DataQueryParser;
import org.tipstats.sdmx.question.DataflowFinder;
import org.tipstats.sdmx.question.FormatChoice;
import org.tipstats.sdmx.question.SdmxRequest;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Answers schema queries. A schema states which data are valid for a dataflow. */
@Singleton
record SchemaService(DataflowFinder flows, StructureService structures) {

    /**
     * Answers {@code /schema/{context}/{agency}/{id}/{version}}: the XML schema of structure-specific data, or the data
     * structure with all artefacts to which it refers.
     */
    SdmxReply answer(SdmxRequest request) {
        request.requireAtMost(5);
        Dataflow flow = flows.v2(request);
        Dimension dimension = DataQueryParser.dimension(request, flow);
        return FormatChoice.ofSchemas(request)
                .map(format -> structure(request, flow, format))
                .orElseGet(() -> schema(flow, dimension));
    }

    private SdmxReply structure(SdmxRequest request, Dataflow flow, StructureFormat format) {
        List<Artefact> structure = structures
                .catalogue()
                .select(artefact -> artefact.type() == ArtefactType.DATA_STRUCTURE
                        && artefact.id().equals(flow.structure().id()));
        List<Artefact> referred = References.to(References.Reach.DESCENDANTS).of(structure, structures.catalogue());
        return structures.write(request, format, structure, referred, Detail.FULL);
    }

    private SdmxReply schema(Dataflow flow, Dimension dimension) {
        DataMessage message = new DataMessage(
                structures.header("SCHEMA"),
                flow,
                dimension,
                new MessageContent(true, true, Set.of()),
                new ReaderLanguages("en", false),
                List.of());
        return structures.reply(StructureSpecificSchema.MEDIA_TYPE, out -> StructureSpecificSchema.write(message, out));
    }
}
