package org.tipstats.sdmx.artefact;

import java.util.ArrayList;
import java.util.List;

/**
 * A message of artefacts.
 *
 * @param header what it says of itself
 * @param parts in the order of messages
 * @param address where the full artefacts are found, for stubs: the entry point without a slash at its end
 */
public record StructureMessage(Header header, List<Part> parts, ReaderLanguages languages, String address) {

    /**
     * What a message says of itself.
     *
     * @param id letters, digits and underlines
     * @param prepared an ISO 8601 instant
     * @param sender the id of an organisation
     */
    public record Header(String id, String prepared, String sender) {}

    /** An artefact with how much of it is told. */
    public record Part(Artefact artefact, Detail.Extent extent) {}

    public StructureMessage {
        parts = List.copyOf(parts);
    }

    /** What was asked for, with what comes along. */
    public static List<Part> parts(List<Artefact> asked, List<Artefact> referred, Detail detail) {
        List<Part> parts = new ArrayList<>();
        List<Artefact> all = new ArrayList<>(asked);
        all.addAll(referred);
        for (Artefact artefact : Catalogue.sorted(all)) {
            parts.add(new Part(artefact, asked.contains(artefact) ? detail.asked() : detail.referred()));
        }
        return parts;
    }

    /** The parts of a type. */
    List<Part> of(ArtefactType type) {
        return parts.stream().filter(part -> part.artefact().type() == type).toList();
    }
}
