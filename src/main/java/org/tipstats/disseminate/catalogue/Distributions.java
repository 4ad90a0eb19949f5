package org.tipstats.disseminate.catalogue;

import static org.tipstats.disseminate.catalogue.CatalogueDocument.JsonLdNodes.link;
import static org.tipstats.disseminate.catalogue.CatalogueDocument.JsonLdNodes.texts;

import java.util.Map;
import java.util.Optional;
import org.tipstats.disseminate.catalogue.CatalogueDocument.JsonLdNodes;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.publish.read.PublishedReleases.ReleasedDataset;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.ReferenceMetadata;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Describes the dataflows of a release as distributions: the URLs of the files, the structures and the terms of use.
 *
 * @param base the URL of the service
 */
record Distributions(SchemaRegistry schemas, String base) {

    /** Describes the official figures of a dataflow, with the hash of the file. */
    Map<String, Object> of(ReleasedDataset dataset) {
        String id = dataset.dataflow();
        String address =
                base + "/api/v1/data/" + id + "?release=" + dataset.release() + "&format=csv&header=plain&raw=true";
        Map<String, Object> distribution = file(address, id);
        Optional<Dataflow> dataflow = schemas.dataflow(id);
        distribution.put(
                "dct:title", dataflow.<Object>map(flow -> texts(flow.name())).orElse(id));
        dataflow.ifPresent(flow -> distribution.put("dct:description", texts(flow.description())));
        distribution.put("spdx:checksum", checksum(dataset.sha256()));
        return distribution;
    }

    /**
     * Describes the file that shows figures of other sources next to the official figures. The distribution has no
     * hash: the service keeps one hash for each dataset, but this file combines several datasets.
     */
    Map<String, Object> ofOtherSources(String release, String dataflow) {
        String address = base + "/api/v1/data/" + dataflow + "/sources?release=" + release + "&format=csv";
        Map<String, Object> distribution = file(address, dataflow);
        schemas.dataflow(dataflow).ifPresent(flow -> distribution.put("dct:title", texts(flow.name())));
        schemas.codeList(Mandate.CODES).ifPresent(list -> distribution.put("dct:description", texts(list.name())));
        return distribution;
    }

    private Map<String, Object> file(String address, String dataflow) {
        Map<String, Object> distribution = JsonLdNodes.of(address, "dcat:Distribution");
        distribution.put("dcat:accessURL", link(address));
        distribution.put("dcat:downloadURL", link(address));
        distribution.put("dcat:mediaType", link("https://www.iana.org/assignments/media-types/text/csv"));
        distribution.put("foaf:page", link(base + "/api/v1/dataflows/" + dataflow + "/metadata"));
        schemas.dataflow(dataflow)
                .ifPresent(flow -> distribution.put("dct:conformsTo", standard(flow.agency(), flow.structure())));
        schemas.metadata(dataflow).ifPresent(metadata -> addTerms(metadata, distribution));
        return distribution;
    }

    private Map<String, Object> standard(String agency, DataStructure structure) {
        return JsonLdNodes.of(
                base + "/sdmx/v2/structure/datastructure/"
                        + String.join("/", agency, structure.id(), structure.version()),
                "dct:Standard");
    }

    private static void addTerms(ReferenceMetadata metadata, Map<String, Object> distribution) {
        metadata.licenceUrl().ifPresent(url -> distribution.put("dct:license", link(url)));
        metadata.licence()
                .ifPresent(text -> distribution.put("dct:rights", JsonLdNodes.statement("dct:RightsStatement", text)));
    }

    private static Map<String, Object> checksum(String sha256) {
        Map<String, Object> checksum = JsonLdNodes.of("spdx:Checksum");
        checksum.put("spdx:algorithm", link("spdx:checksumAlgorithm_sha256"));
        checksum.put("spdx:checksumValue", JsonLdNodes.typed(sha256, "xsd:hexBinary"));
        return checksum;
    }
}
