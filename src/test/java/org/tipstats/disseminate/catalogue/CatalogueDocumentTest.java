package org.tipstats.disseminate.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.publish.read.PublishedReleases.ReleasedDataset;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.vocabulary.schema.ChangedSchemas;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Tests the catalogue's description of a release, with the schemas of the project. */
class CatalogueDocumentTest {

    private static final Instant AT = Instant.parse("2026-02-03T12:00:00Z");
    private static final ReleaseView RELEASE = new ReleaseView(
            "2016-1",
            "Victims 2016",
            Map.of("en", "Victims 2016", "ar", "ضحايا 2016"),
            null,
            Map.of(),
            ReleaseStatus.PUBLISHED,
            null,
            AT,
            null,
            AT,
            null,
            "abc123",
            null,
            List.of(),
            null);
    private static final SchemaRegistry SHIPPED = SchemaRegistry.load(Path.of("schemas"));

    private static SchemaRegistry with(String attribute, String text) {
        return ChangedSchemas.with(
                "METADATA_VICTIMS.json", ChangedSchemas.ATTRIBUTES, ChangedSchemas.attribute(attribute, text));
    }

    private static JsonNode catalogue(SchemaRegistry schemas) {
        Map<String, Object> document = new CatalogueDocument(schemas, "The Agency", "https://example.org")
                .of(
                        List.of(RELEASE),
                        null,
                        List.of(
                                new ReleasedDataset("2016-1", "VICTIMS", 1, "aa"),
                                new ReleasedDataset("2016-1", "MIRROR", 1, "bb")),
                        Map.of());
        return new ObjectMapper().valueToTree(document);
    }

    private static JsonNode dataset(SchemaRegistry schemas) {
        return catalogue(schemas).at("/dcat:dataset/0");
    }

    private static String english(JsonNode texts) {
        for (JsonNode text : texts) {
            if (text.path("@language").asText().equals("en")) {
                return text.path("@value").asText();
            }
        }
        return null;
    }

    @Test
    void aReleaseIsCitedInSixLanguages() {
        JsonNode citation = dataset(SHIPPED).path("dct:bibliographicCitation");
        assertEquals(6, citation.size());
        assertEquals(
                "The Agency (2026): Victims 2016. Release 2016-1, published on 2026-02-03, SHA-256 abc123."
                        + " https://example.org/api/v1/releases/2016-1",
                english(citation));
    }

    @Test
    void titleAndDescriptionHaveALanguage() {
        for (String property : List.of("dct:title", "dct:description")) {
            JsonNode texts = dataset(SHIPPED).path(property);
            assertEquals(2, texts.size());
            assertEquals("Victims 2016", english(texts));
            assertEquals("ar", texts.get(1).path("@language").asText());
        }
    }

    /** Figures of victims are collected and summed; those of the mirror are computed. Each text has one statement. */
    @Test
    void theMethodsOfItsDataflowsAreItsProvenance() {
        JsonNode provenance = dataset(SHIPPED).path("dct:provenance");
        assertEquals(4, provenance.size());
        List<String> beginnings = List.of(
                "Each area sends its own national counts",
                "Nothing is collected for this dataflow",
                "Figures of regions, sub-regions and the world are sums",
                "Each figure is a published one");
        for (int i = 0; i < beginnings.size(); i++) {
            assertEquals(
                    "dct:ProvenanceStatement", provenance.get(i).path("@type").asText());
            String label = english(provenance.get(i).path("rdfs:label"));
            assertTrue(label.startsWith(beginnings.get(i)), label);
            assertEquals(6, provenance.get(i).path("rdfs:label").size());
        }
    }

    @Test
    void aDistributionConformsToItsStructureAndLeadsToItsMetadata() {
        JsonNode mirror = dataset(SHIPPED).at("/dcat:distribution/1");
        assertEquals(
                "https://example.org/sdmx/v2/structure/datastructure/TIPSTATS/DSD_MIRROR/1.0.0",
                mirror.at("/dct:conformsTo/@id").asText());
        assertEquals("dct:Standard", mirror.at("/dct:conformsTo/@type").asText());
        assertEquals(
                "https://example.org/api/v1/dataflows/MIRROR/metadata",
                mirror.at("/foaf:page/@id").asText());
    }

    @Test
    void termsAreRightsInWordsAndALicenceWhereThereIsOneInGeneralUse() {
        JsonNode victims = dataset(SHIPPED).at("/dcat:distribution/0");
        assertEquals("dct:RightsStatement", victims.at("/dct:rights/@type").asText());
        String rights = english(victims.at("/dct:rights/rdfs:label"));
        assertTrue(rights.startsWith("The figures may be used by everyone"), rights);
        assertTrue(victims.path("dct:license").isMissingNode());
        assertEquals(
                "https://example.org/by",
                dataset(with("LICENCE_URL", "https://example.org/by"))
                        .at("/dcat:distribution/0/dct:license/@id")
                        .asText());
    }

    @Test
    void whoAnswersIsNamedOnceWithAnAddress() {
        JsonNode contacts = dataset(SHIPPED).path("dcat:contactPoint");
        assertEquals(1, contacts.size());
        assertEquals("vcard:Organization", contacts.at("/0/@type").asText());
        assertEquals("The agency that runs this service", english(contacts.at("/0/vcard:fn")));
        assertEquals(
                "https://example.org/en/about",
                contacts.at("/0/vcard:hasURL/@id").asText());
        assertTrue(contacts.at("/0/vcard:hasEmail").isMissingNode());
        JsonNode mailed = dataset(with("CONTACT_EMAIL", "ask@example.org")).path("dcat:contactPoint");
        assertEquals(2, mailed.size());
        assertEquals(
                "mailto:ask@example.org", mailed.at("/0/vcard:hasEmail/@id").asText());
    }

    /** A prefix that the context does not define makes readers of the document as RDF lose the property. */
    @Test
    void everyMemberAndTypeHasAPrefixOfTheContext() {
        JsonNode catalogue = catalogue(with("LICENCE_URL", "https://example.org/by"));
        Set<String> known = new HashSet<>();
        catalogue.path("@context").fieldNames().forEachRemaining(known::add);
        Set<String> used = new HashSet<>();
        collect(catalogue.path("dcat:dataset"), used);
        assertTrue(used.containsAll(Set.of("dct", "vcard", "spdx", "foaf", "rdfs", "xsd")), used.toString());
        used.removeAll(known);
        assertEquals(Set.of(), used);
    }

    private static void collect(JsonNode node, Set<String> used) {
        node.properties().forEach(member -> {
            if (!member.getKey().startsWith("@")) {
                used.add(member.getKey().split(":")[0]);
            }
            if (member.getKey().equals("@type")) {
                used.add(member.getValue().asText().split(":")[0]);
            }
        });
        node.forEach(child -> collect(child, used));
    }

    @Test
    void theTagOfTheTextsFollowsThem() {
        String tag = CatalogueDocument.schemaTag(SHIPPED);
        assertEquals(tag, CatalogueDocument.schemaTag(SchemaRegistry.load(Path.of("schemas"))));
        assertNotEquals(tag, CatalogueDocument.schemaTag(with("LICENCE_URL", "https://example.org/by")));
        assertNotEquals(
                tag,
                CatalogueDocument.schemaTag(ChangedSchemas.with(
                        "METADATA_PERSONS.json", "may be used by everyone", "may be used by nobody")));
    }
}
