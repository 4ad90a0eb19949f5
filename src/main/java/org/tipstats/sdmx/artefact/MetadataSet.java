package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set of reference metadata: texts that describe artefacts. The set belongs to a metadataflow or a provision
 * agreement. Instances are immutable.
 */
public final class MetadataSet {

    private final ObjectNode body;
    private final ArtefactIdentity identity;
    private final ArtefactIdentity flow;
    private final List<Urn> targets = new ArrayList<>();

    private MetadataSet(ObjectNode body) {
        this.body = body;
        this.identity = new ArtefactIdentity(
                body.path("agencyID").asText(),
                body.path("id").asText(),
                body.path("version").asText(Urn.FIXED_VERSION));
        this.flow = Urn.parse(body.path("metadataflow").asText())
                .map(urn -> new ArtefactIdentity(urn.agency(), urn.id(), urn.version()))
                .orElse(null);
        body.path("targets").forEach(target -> Urn.parse(target.asText()).ifPresent(targets::add));
    }

    /** Reads a set in SDMX-JSON 2.0. The caller must not change the object afterwards. */
    public static MetadataSet of(ObjectNode body) {
        return new MetadataSet(body);
    }

    public ArtefactIdentity identity() {
        return identity;
    }

    /** Returns the metadataflow of this set; empty if the set names a provision agreement instead. */
    public Optional<ArtefactIdentity> flow() {
        return Optional.ofNullable(flow);
    }

    /** Returns whether any of the artefacts is a target of this set. */
    public boolean isAbout(List<Artefact> artefacts) {
        return artefacts.stream().anyMatch(artefact -> targets.stream().anyMatch(artefact::isNamedBy));
    }

    /** Returns the whole set in SDMX-JSON 2.0. The caller must not change the returned object. */
    ObjectNode body() {
        return body;
    }

    /** Agency, id and version, which identify an artefact among all artefacts of its type. */
    public record ArtefactIdentity(String agency, String id, String version) {}
}
