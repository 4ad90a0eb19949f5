package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reference metadata that are reported for artefacts: a set of texts, filed under a metadataflow. Immutable. */
public final class MetadataSet {

    private final ObjectNode body;
    private final Identity identity;
    private final Identity flow;
    private final List<Urn> targets = new ArrayList<>();

    private MetadataSet(ObjectNode body) {
        this.body = body;
        this.identity = new Identity(
                body.path("agencyID").asText(),
                body.path("id").asText(),
                body.path("version").asText(Urn.FIXED_VERSION));
        this.flow = Urn.parse(body.path("metadataflow").asText())
                .map(urn -> new Identity(urn.agency(), urn.id(), urn.version()))
                .orElse(null);
        body.path("targets").forEach(target -> Urn.parse(target.asText()).ifPresent(targets::add));
    }

    static MetadataSet of(ObjectNode body) {
        return new MetadataSet(body);
    }

    public Identity identity() {
        return identity;
    }

    /** The metadataflow that it is filed under, unless that is told by a provision agreement. */
    public Optional<Identity> flow() {
        return Optional.ofNullable(flow);
    }

    /** Whether it tells something of any of the artefacts. */
    public boolean isAbout(List<Artefact> artefacts) {
        return artefacts.stream().anyMatch(artefact -> targets.stream().anyMatch(artefact::isMeantBy));
    }

    /** All of it in the form of SDMX-JSON 2.0; not to be changed. */
    ObjectNode body() {
        return body;
    }
}
