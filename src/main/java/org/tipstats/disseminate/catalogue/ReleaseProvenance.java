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

/** Describes the methods and contacts of a release, from the metadata of its dataflows. Equal entries occur once. */
final class ReleaseProvenance {

    /** The metadata attributes on how figures are collected and computed. */
    private static final List<String> METHOD_ATTRIBUTES = List.of("COLL_METHOD", "DATA_COMP");

    private final List<ReferenceMetadata> metadata;
    private final String base;

    /**
     * @param dataflows ids of the dataflows of the release
     * @param base the address of the service
     */
    ReleaseProvenance(SchemaRegistry schemas, List<String> dataflows, String base) {
        this.metadata = dataflows.stream()
                .map(schemas::metadata)
                .flatMap(Optional::stream)
                .toList();
        this.base = base;
    }

    /** Returns a provenance statement for each text on methods. */
    List<Map<String, Object>> provenance() {
        Set<LocalText> texts = new LinkedHashSet<>();
        METHOD_ATTRIBUTES.forEach(attribute -> metadata.forEach(of -> texts.addAll(of.texts(attribute))));
        return texts.stream()
                .map(text -> JsonLdNodes.statement("dct:ProvenanceStatement", text))
                .toList();
    }

    /**
     * Returns the organisations to contact. Each has the address of the service's contact page, and an e-mail address
     * if known.
     */
    List<Map<String, Object>> contacts() {
        List<Map<String, Object>> contacts = new ArrayList<>();
        for (ReferenceMetadata of : metadata) {
            of.firstText("CONTACT_ORGANISATION").ifPresent(organisation -> {
                Map<String, Object> contact = JsonLdNodes.of("vcard:Organization");
                contact.put("vcard:fn", JsonLdNodes.texts(organisation));
                contact.put("vcard:hasURL", JsonLdNodes.link(base + "/en/about"));
                of.firstText("CONTACT_EMAIL")
                        .ifPresent(email ->
                                contact.put("vcard:hasEmail", JsonLdNodes.link("mailto:" + email.inLanguage("en"))));
                contacts.add(contact);
            });
        }
        return contacts.stream().distinct().toList();
    }
}
