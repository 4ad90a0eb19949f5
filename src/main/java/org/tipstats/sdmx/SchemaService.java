package org.tipstats.sdmx;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tipstats.artefact.Artefact;
import org.tipstats.artefact.ArtefactType;
import org.tipstats.artefact.Detail;
import org.tipstats.artefact.References;
import org.tipstats.artefact.StructureFormat;
import org.tipstats.schema.Dataflow;

/** Tells what valid data of a dataflow look like. */
@ApplicationScoped
class SchemaService {

    private final Flows flows;
    private final StructureService structures;

    SchemaService(Flows flows, StructureService structures) {
        this.flows = flows;
        this.structures = structures;
    }

    /** {@code /schema/{context}/{agency}/{id}/{version}}: the data structure with everything that it refers to. */
    Reply answer(SdmxRequest request) {
        request.requireAtMost(5);
        Dataflow flow = flows.v2(
                request.segment(1, "*"), request.segment(2, "*"), request.segment(3, "*"), request.segment(4, "*"));
        StructureFormat format = Forms.ofStructures(request);
        List<Artefact> structure = structures
                .catalogue()
                .select(artefact -> artefact.type() == ArtefactType.DATA_STRUCTURE
                        && artefact.id().equals(flow.structure().id()));
        List<Artefact> referred =
                new References(References.Wish.DESCENDANTS, null).of(structure, structures.catalogue());
        return structures.write(request, format, structure, referred, Detail.FULL);
    }
}
