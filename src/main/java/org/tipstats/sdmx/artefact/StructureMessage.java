package org.tipstats.sdmx.artefact;

import java.util.ArrayList;
import java.util.List;

/**
 * A structure message.
 *
 * @param parts the artefacts, in the order used in messages
 * @param address the entry point of the REST interface, without a slash at its end; stubs link to it
 */
public record StructureMessage(Header header, List<Part> parts, ReaderLanguages languages, String address) {

    /**
     * The header of a message.
     *
     * @param id letters, digits and underscores
     * @param prepared an ISO 8601 instant
     * @param sender the id of an organisation
     */
    public record Header(String id, String prepared, String sender) {}

    /** An artefact and the extent to which the message contains it. */
    public record Part(Artefact artefact, Detail.Extent extent) {}

    public StructureMessage {
        parts = List.copyOf(parts);
    }

    /** Combines the requested artefacts and those that come with them, in the order used in messages. */
    public static List<Part> parts(List<Artefact> asked, List<Artefact> referred, Detail detail) {
        List<Part> parts = new ArrayList<>();
        List<Artefact> all = new ArrayList<>(asked);
        all.addAll(referred);
        for (Artefact artefact : Catalogue.sorted(all)) {
            parts.add(new Part(artefact, asked.contains(artefact) ? detail.ofRequested() : detail.ofReferenced()));
        }
        return parts;
    }

    /** Returns the parts whose artefact has this type. */
    List<Part> of(ArtefactType type) {
        return parts.stream().filter(part -> part.artefact().type() == type).toList();
    }
}
