package org.tipstats.sdmx;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.tipstats.artefact.Artefact;
import org.tipstats.artefact.ArtefactType;
import org.tipstats.artefact.Detail;
import org.tipstats.artefact.ReaderLanguages;
import org.tipstats.artefact.References;
import org.tipstats.artefact.StructureFormat;
import org.tipstats.artefact.StructureMessage.Header;
import org.tipstats.exchange.Content;
import org.tipstats.exchange.DataMessage;
import org.tipstats.exchange.SpecificSchema;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.Dimension;
import org.tipstats.sdmxquery.DataQueries;
import org.tipstats.sdmxquery.Flows;
import org.tipstats.sdmxquery.Forms;
import org.tipstats.sdmxquery.SdmxRequest;
import org.tipstats.web.EntityTags;

/** Answers schema queries: which data are valid for a dataflow. */
@ApplicationScoped
class SchemaService {

    private final Flows flows;
    private final StructureService structures;

    SchemaService(Flows flows, StructureService structures) {
        this.flows = flows;
        this.structures = structures;
    }

    /**
     * Answers {@code /schema/{context}/{agency}/{id}/{version}}: the XML schema of structure-specific data, or the
     * data structure with all artefacts that it refers to.
     */
    Reply answer(SdmxRequest request) {
        request.requireAtMost(5);
        Dataflow flow = flows.v2(
                request.segment(1, "*"), request.segment(2, "*"), request.segment(3, "*"), request.segment(4, "*"));
        Dimension dimension = DataQueries.dimension(request, flow);
        return Forms.ofSchemas(request)
                .map(format -> structure(request, flow, format))
                .orElseGet(() -> schema(flow, dimension));
    }

    private Reply structure(SdmxRequest request, Dataflow flow, StructureFormat format) {
        List<Artefact> structure = structures
                .catalogue()
                .select(artefact -> artefact.type() == ArtefactType.DATA_STRUCTURE
                        && artefact.id().equals(flow.structure().id()));
        List<Artefact> referred = References.to(References.Wish.DESCENDANTS).of(structure, structures.catalogue());
        return structures.write(request, format, structure, referred, Detail.FULL);
    }

    private Reply schema(Dataflow flow, Dimension dimension) {
        Header header = new Header("SCHEMA", structures.catalogue().prepared(), structures.sender());
        DataMessage message = new DataMessage(
                header,
                flow,
                dimension,
                new Content(true, true, Set.of()),
                new ReaderLanguages("en", false),
                List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        try {
            SpecificSchema.write(message, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] body = out.toByteArray();
        return new Reply(SpecificSchema.MEDIA_TYPE, EntityTags.of(body), structures.since(), Reply.Body.of(body));
    }
}
