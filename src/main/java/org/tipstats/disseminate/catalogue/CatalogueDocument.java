package org.tipstats.disseminate.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.publish.citation.Citation;
import org.tipstats.publish.read.PublishedReleases.ReleasedDataset;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.ReferenceMetadata;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Builds the catalogue in the vocabulary of DCAT (version 3, application profile DCAT-AP) as JSON-LD. Each release is a
 * dataset. Each dataflow of the release is a distribution, with the URL and the hash of a file. A file with figures of
 * other sources is another distribution, without a hash. Methods, terms and contacts come from the reference metadata.
 */
final class CatalogueDocument {

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final Map<String, String> CONTEXT = context();
    /** The metadata attributes on how figures are collected and computed. */
    private static final List<String> METHOD_ATTRIBUTES = List.of("COLL_METHOD", "DATA_COMP");

    private final SchemaRegistry schemas;
    private final Distributions distributions;
    private final String publisher;
    private final String base;

    /** @param base the URL of the service */
    CatalogueDocument(SchemaRegistry schemas, String publisher, String base) {
        this.schemas = schemas;
        this.distributions = new Distributions(schemas, base);
        this.publisher = publisher;
        this.base = base;
    }

    /**
     * Returns a tag that changes when the schemas change the description of a dataflow: its name, structure, methods,
     * terms or contacts.
     */
    static String schemaTag(SchemaRegistry schemas) {
        List<List<Object>> said = schemas.dataflows().stream()
                .map(flow -> List.<Object>of(
                        flow.name(),
                        flow.description(),
                        flow.agency(),
                        flow.structure().id(),
                        flow.structure().version(),
                        schemas.metadata(flow.id())))
                .toList();
        return EntityTags.of(said + "|" + schemas.codeList(Mandate.CODES).map(CodeList::name));
    }

    private static Map<String, String> context() {
        Map<String, String> context = new LinkedHashMap<>();
        context.put("dcat", "http://www.w3.org/ns/dcat#");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("foaf", "http://xmlns.com/foaf/0.1/");
        context.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        context.put("spdx", "http://spdx.org/rdf/terms#");
        context.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return context;
    }

    /**
     * Builds the catalogue of one page of releases.
     *
     * @param releases published releases, newest first
     * @param before the release published before the oldest of {@code releases}, or null
     * @param datasets the datasets of these releases; may include datasets of other releases
     * @param beside for each release id, the ids of the dataflows that have figures of other sources next to the
     *     official figures
     */
    Map<String, Object> of(
            List<ReleaseView> releases,
            ReleaseView before,
            List<ReleasedDataset> datasets,
            Map<String, List<String>> beside) {
        Map<String, Object> catalogue = new LinkedHashMap<>();
        catalogue.put("@context", CONTEXT);
        catalogue.put("@id", base + "/api/v1/catalogue.jsonld");
        catalogue.put("@type", "dcat:Catalog");
        catalogue.put("dct:title", "Releases of " + publisher);
        catalogue.put(
                "dct:description",
                "Statistics on trafficking in persons: detected victims, persons suspected, prosecuted and convicted,"
                        + " and offences. Detected victims are not a measure of how many victims there are.");
        catalogue.put("dct:publisher", agent());
        catalogue.put("foaf:homepage", JsonLdNodes.link(base + "/"));
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < releases.size(); i++) {
            ReleaseView older = i + 1 < releases.size() ? releases.get(i + 1) : before;
            List<String> sources = beside.getOrDefault(releases.get(i).id(), List.of());
            all.add(release(releases.get(i), older, datasets, sources));
        }
        catalogue.put("dcat:dataset", all);
        return catalogue;
    }

    private Map<String, Object> release(
            ReleaseView release, ReleaseView older, List<ReleasedDataset> datasets, List<String> beside) {
        String address = Citation.url(base, release.id());
        Map<String, Object> dataset = JsonLdNodes.of(address, "dcat:Dataset");
        dataset.put("dct:identifier", List.of(address, "sha256:" + release.contentHash()));
        dataset.put("dct:title", JsonLdNodes.texts(release.titles()));
        LocalText notes = new LocalText(release.notesIn());
        dataset.put("dct:description", JsonLdNodes.texts(notes.texts().isEmpty() ? release.titles() : notes));
        dataset.put("dct:issued", JsonLdNodes.typed(release.publishedAt().toString(), "xsd:dateTime"));
        dataset.put("dcat:version", release.id());
        if (older != null) {
            dataset.put("dcat:previousVersion", JsonLdNodes.link(Citation.url(base, older.id())));
        }
        dataset.put("dct:publisher", agent());
        dataset.put("dct:accessRights", JsonLdNodes.link(AUTHORITY + "access-right/PUBLIC"));
        dataset.put("dcat:theme", JsonLdNodes.link(AUTHORITY + "data-theme/JUST"));
        dataset.put("dct:bibliographicCitation", JsonLdNodes.texts(Citation.sentence(release, publisher, base)));
        dataset.put("foaf:page", JsonLdNodes.link(address + "/citation"));
        List<ReleasedDataset> own =
                datasets.stream().filter(d -> d.release().equals(release.id())).toList();
        List<ReferenceMetadata> metadata = metadata(own);
        dataset.put("dct:provenance", provenance(metadata));
        dataset.put("dcat:contactPoint", contacts(metadata));
        dataset.put(
                "dcat:distribution",
                Stream.concat(
                                own.stream().map(distributions::of),
                                beside.stream().map(flow -> distributions.ofOtherSources(release.id(), flow)))
                        .toList());
        return dataset;
    }

    private List<ReferenceMetadata> metadata(List<ReleasedDataset> datasets) {
        return datasets.stream()
                .flatMap(each -> schemas.metadata(each.dataflow()).stream())
                .toList();
    }

    private Map<String, Object> agent() {
        Map<String, Object> agent = JsonLdNodes.of("foaf:Agent");
        agent.put("foaf:name", publisher);
        return agent;
    }

    /** Returns a provenance statement for each text on methods. Equal texts give only one statement. */
    private static List<Map<String, Object>> provenance(List<ReferenceMetadata> metadata) {
        Set<LocalText> texts = new LinkedHashSet<>();
        METHOD_ATTRIBUTES.forEach(attribute -> metadata.forEach(of -> texts.addAll(of.texts(attribute))));
        return texts.stream()
                .map(text -> JsonLdNodes.statement("dct:ProvenanceStatement", text))
                .toList();
    }

    /**
     * Returns the organisations to contact, each only once. Each organisation has the URL of the service's contact
     * page, and its e-mail address if the metadata have an address.
     */
    private List<Map<String, Object>> contacts(List<ReferenceMetadata> metadata) {
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

    /** Makes the nodes and the texts of a JSON-LD document. */
    static final class JsonLdNodes {

        private JsonLdNodes() {}

        /** Creates a node. The caller adds properties to it. */
        static Map<String, Object> of(String type) {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("@type", type);
            return node;
        }

        /** Creates a node with a URL as its id. The caller adds properties to it. */
        static Map<String, Object> of(String address, String type) {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("@id", address);
            node.put("@type", type);
            return node;
        }

        static Map<String, Object> link(String address) {
            return Map.of("@id", address);
        }

        static Map<String, Object> typed(String value, String type) {
            Map<String, Object> typed = of(type);
            typed.put("@value", value);
            return typed;
        }

        /** Returns a text as a list of JSON-LD values, one value for each language of the text. */
        static List<Map<String, String>> texts(LocalText text) {
            List<Map<String, String>> texts = new ArrayList<>();
            for (String language : LocalText.LANGUAGES) {
                if (text.texts().containsKey(language)) {
                    Map<String, String> one = new LinkedHashMap<>();
                    one.put("@language", language);
                    one.put("@value", text.inLanguage(language));
                    texts.add(one);
                }
            }
            return texts;
        }

        /** Makes a node of a type, with a text as its label. */
        static Map<String, Object> statement(String type, LocalText text) {
            Map<String, Object> statement = of(type);
            statement.put("rdfs:label", texts(text));
            return statement;
        }
    }
}
