package org.tipstats.disseminate.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.ReferenceMetadata;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** How the figures of a release come about, and who answers questions: what the metadata of its dataflows say, each once. */
final class ReleaseMethod {

    /** How figures are collected, and how they are computed. */
    private static final List<String> METHOD = List.of("COLL_METHOD", "DATA_COMP");

    private final List<ReferenceMetadata> metadata;
    private final String base;

    /** @param dataflows of the release, by id @param base the address of the service */
    ReleaseMethod(SchemaRegistry schemas, List<String> dataflows, String base) {
        this.metadata = dataflows.stream()
                .map(schemas::metadata)
                .flatMap(Optional::stream)
                .toList();
        this.base = base;
    }

    /** A statement for each text. */
    List<Map<String, Object>> provenance() {
        Set<LocalText> texts = new LinkedHashSet<>();
        METHOD.forEach(attribute -> metadata.forEach(of -> texts.addAll(of.all(attribute))));
        return texts.stream()
                .map(text -> Nodes.statement("dct:ProvenanceStatement", text))
                .toList();
    }

    /** Organisations with their addresses: the page of the service that says how it is reached, and mail where there is any. */
    List<Map<String, Object>> contacts() {
        List<Map<String, Object>> contacts = new ArrayList<>();
        for (ReferenceMetadata of : metadata) {
            of.first("CONTACT_ORGANISATION").ifPresent(organisation -> {
                Map<String, Object> contact = Nodes.of("vcard:Organization");
                contact.put("vcard:fn", Nodes.texts(organisation));
                contact.put("vcard:hasURL", Nodes.link(base + "/en/about"));
                of.first("CONTACT_EMAIL")
                        .ifPresent(email -> contact.put("vcard:hasEmail", Nodes.link("mailto:" + email.in("en"))));
                contacts.add(contact);
            });
        }
        return contacts.stream().distinct().toList();
    }
}
