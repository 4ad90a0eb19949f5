package org.tipstats.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipstats.access.Mandate;
import org.tipstats.citation.Citation;
import org.tipstats.release.ReleaseView;
import org.tipstats.release.ReleasedDataset;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.LocalText;
import org.tipstats.schema.ReferenceMetadata;
import org.tipstats.schema.SchemaRegistry;

/**
 * The catalogue in the terms of DCAT (version 3, application profile DCAT-AP) as JSON-LD: each release is a dataset, each
 * dataflow in it a distribution, whose hash is that of the file behind its address.
 */
final class CatalogueDocument {

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final Map<String, String> CONTEXT = context();

    private final SchemaRegistry schemas;
    private final String publisher;
    private final String base;

    /** @param base the address of the service */
    CatalogueDocument(SchemaRegistry schemas, String publisher, String base) {
        this.schemas = schemas;
        this.publisher = publisher;
        this.base = base;
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
     * The catalogue of some releases.
     *
     * @param releases published ones, the newest first
     * @param before the one before the last of them, or null
     * @param datasets those of the releases, and perhaps of others
     * @param beside the dataflows of releases in which other sources stand beside the official figures
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
        catalogue.put("foaf:homepage", link(base + "/"));
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
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@id", address);
        dataset.put("@type", "dcat:Dataset");
        dataset.put("dct:identifier", List.of(address, "sha256:" + release.contentHash()));
        dataset.put("dct:title", release.title());
        dataset.put("dct:description", release.notes() == null ? release.title() : release.notes());
        dataset.put("dct:issued", typed(release.publishedAt().toString(), "xsd:dateTime"));
        dataset.put("dcat:version", release.id());
        if (older != null) {
            dataset.put("dcat:previousVersion", link(Citation.url(base, older.id())));
        }
        dataset.put("dct:publisher", agent());
        schemas.metadata(anyDataflow()).flatMap(this::contact).ifPresent(c -> dataset.put("dcat:contactPoint", c));
        dataset.put("dct:accessRights", link(AUTHORITY + "access-right/PUBLIC"));
        dataset.put("dcat:theme", link(AUTHORITY + "data-theme/JUST"));
        dataset.put("foaf:page", link(address + "/citation"));
        dataset.put(
                "dcat:distribution",
                Stream.concat(
                                datasets.stream()
                                        .filter(d -> d.release().equals(release.id()))
                                        .map(this::distribution),
                                beside.stream().map(dataflow -> sources(release.id(), dataflow)))
                        .toList());
        return dataset;
    }

    private Map<String, Object> distribution(ReleasedDataset dataset) {
        String address = base + "/api/v1/data/" + dataset.dataflow() + "?release=" + dataset.release()
                + "&format=csv&header=plain&raw=true";
        Map<String, Object> distribution = new LinkedHashMap<>();
        distribution.put("@id", address);
        distribution.put("@type", "dcat:Distribution");
        Optional<Dataflow> dataflow = schemas.dataflow(dataset.dataflow());
        distribution.put(
                "dct:title", dataflow.<Object>map(flow -> texts(flow.name())).orElse(dataset.dataflow()));
        dataflow.ifPresent(flow -> distribution.put("dct:description", texts(flow.description())));
        distribution.put("dcat:accessURL", link(address));
        distribution.put("dcat:downloadURL", link(address));
        distribution.put("dcat:mediaType", link("https://www.iana.org/assignments/media-types/text/csv"));
        distribution.put("spdx:checksum", checksum(dataset.sha256()));
        schemas.metadata(dataset.dataflow()).ifPresent(metadata -> addTerms(metadata, distribution));
        return distribution;
    }

    /** Figures of other sources beside the official ones: made of two datasets, so it has no hash of its own. */
    private Map<String, Object> sources(String release, String dataflow) {
        String address = base + "/api/v1/data/" + dataflow + "/sources?release=" + release + "&format=csv";
        Map<String, Object> distribution = new LinkedHashMap<>();
        distribution.put("@id", address);
        distribution.put("@type", "dcat:Distribution");
        schemas.dataflow(dataflow).ifPresent(flow -> distribution.put("dct:title", texts(flow.name())));
        schemas.codeList(Mandate.CODES).ifPresent(list -> distribution.put("dct:description", texts(list.name())));
        distribution.put("dcat:accessURL", link(address));
        distribution.put("dcat:downloadURL", link(address));
        distribution.put("dcat:mediaType", link("https://www.iana.org/assignments/media-types/text/csv"));
        schemas.metadata(dataflow).ifPresent(metadata -> addTerms(metadata, distribution));
        return distribution;
    }

    private static void addTerms(ReferenceMetadata metadata, Map<String, Object> distribution) {
        metadata.first("LICENCE_URL").ifPresent(url -> distribution.put("dct:license", link(url.in("en"))));
        metadata.first("LICENCE").ifPresent(text -> {
            Map<String, Object> statement = new LinkedHashMap<>();
            statement.put("@type", "dct:RightsStatement");
            statement.put("rdfs:label", texts(text));
            distribution.put("dct:rights", statement);
        });
    }

    private Optional<Map<String, Object>> contact(ReferenceMetadata metadata) {
        return metadata.first("CONTACT_ORGANISATION").map(organisation -> {
            Map<String, Object> contact = new LinkedHashMap<>();
            contact.put("@type", "vcard:Organization");
            contact.put("vcard:fn", texts(organisation));
            metadata.first("CONTACT_EMAIL")
                    .ifPresent(email -> contact.put("vcard:hasEmail", link("mailto:" + email.in("en"))));
            return contact;
        });
    }

    private String anyDataflow() {
        return schemas.dataflows().stream()
                .filter(flow -> !flow.isReference())
                .map(Dataflow::id)
                .findFirst()
                .orElse("");
    }

    private Map<String, Object> agent() {
        Map<String, Object> agent = new LinkedHashMap<>();
        agent.put("@type", "foaf:Agent");
        agent.put("foaf:name", publisher);
        return agent;
    }

    private static Map<String, Object> checksum(String sha256) {
        Map<String, Object> checksum = new LinkedHashMap<>();
        checksum.put("@type", "spdx:Checksum");
        checksum.put("spdx:algorithm", link("spdx:checksumAlgorithm_sha256"));
        checksum.put("spdx:checksumValue", typed(sha256, "xsd:hexBinary"));
        return checksum;
    }

    private static Map<String, Object> link(String address) {
        return Map.of("@id", address);
    }

    private static Map<String, Object> typed(String value, String type) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("@type", type);
        typed.put("@value", value);
        return typed;
    }

    private static List<Map<String, String>> texts(LocalText text) {
        List<Map<String, String>> texts = new ArrayList<>();
        for (String language : LocalText.LANGUAGES) {
            if (text.texts().containsKey(language)) {
                Map<String, String> one = new LinkedHashMap<>();
                one.put("@language", language);
                one.put("@value", text.in(language));
                texts.add(one);
            }
        }
        return texts;
    }
}
