package org.tipstats.sdmx.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tipstats.collect.metadata.AcceptedMetadata;
import org.tipstats.collect.metadata.MetadataContent;
import org.tipstats.collect.metadata.MetadataContent.SeriesBreak;
import org.tipstats.collect.metadata.MetadataVersion.PublicMetadata;
import org.tipstats.collect.metadata.NationalStructure;
import org.tipstats.collect.metadata.NationalStructure.AskedAttribute;
import org.tipstats.sdmx.artefact.MetadataSet;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The accepted metadata of areas as metadata sets. The targets of a set are the code of the area and, if the area wrote
 * the metadata for one dataflow, this dataflow. The version of a set begins with the number of the area's accepted
 * version in this service, for example 3.0.0.
 */
@Singleton
final class NationalSets {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String URN = "urn:sdmx:org.sdmx.infomodel.";

    private final AcceptedMetadata accepted;
    private final NationalStructure structure;
    private final SchemaRegistry schemas;

    NationalSets(AcceptedMetadata accepted, SchemaRegistry schemas) {
        this.accepted = accepted;
        this.structure = accepted.structure();
        this.schemas = schemas;
    }

    /** Returns the sets in the order of areas and dataflows. */
    List<MetadataSet> all() {
        return accepted.all().stream().map(this::set).toList();
    }

    /** Returns the time of the newest acceptance or confirmation; empty if nothing was ever accepted. */
    Optional<Instant> lastChange() {
        return accepted.lastChange();
    }

    private MetadataSet set(PublicMetadata metadata) {
        ObjectNode body = NODES.objectNode();
        CodeList areas = schemas.areas();
        Dataflow dataflow = metadata.dataflow() == null
                ? null
                : schemas.dataflow(metadata.dataflow()).orElse(null);
        String agency = structure.flow().replaceFirst(".*=([^:]+):.*", "$1");
        body.put("id", "NATIONAL_" + metadata.area() + (dataflow == null ? "" : "_" + dataflow.id()));
        body.put("agencyID", agency);
        body.put("version", metadata.version() + ".0.0");
        Map<String, String> names =
                names(areas.find(metadata.area()).orElseThrow().name(), dataflow);
        body.put("name", names.get("en"));
        names.forEach(body.putObject("names")::put);
        body.put("metadataflow", structure.flow());
        ArrayNode targets = body.putArray("targets");
        targets.add(
                URN + "codelist.Code=" + agency + ":" + areas.id() + "(" + areas.version() + ")." + metadata.area());
        if (dataflow != null) {
            targets.add(URN + "datastructure.Dataflow=" + dataflow.agency() + ":" + dataflow.id() + "("
                    + dataflow.version() + ")");
        }
        addAttributes(metadata, body.putArray("attributes"));
        return MetadataSet.of(body);
    }

    private static Map<String, String> names(LocalText area, Dataflow dataflow) {
        Map<String, String> names = new TreeMap<>();
        for (String language : LocalText.LANGUAGES) {
            String about = dataflow == null ? "" : ": " + dataflow.name().inLanguage(language);
            names.put(language, area.inLanguage(language) + about);
        }
        return names;
    }

    private void addAttributes(PublicMetadata metadata, ArrayNode attributes) {
        MetadataContent content = metadata.content();
        for (AskedAttribute asked : structure.asked()) {
            if (asked.isCoded() && content.codes().containsKey(asked.id())) {
                add(attributes, asked.id()).put("value", content.codes().get(asked.id()));
            } else if (content.texts().containsKey(asked.id())) {
                addText(attributes, asked.id(), content.texts().get(asked.id()));
            }
        }
        for (SeriesBreak each : structure.asksBreaks() ? content.breaks() : List.<SeriesBreak>of()) {
            ArrayNode parts = add(attributes, structure.breaks().id()).putArray("attributes");
            add(parts, structure.breakYear().id()).put("value", each.year());
            addText(parts, structure.breakText().id(), each.text());
        }
        addTime(attributes, structure.lastUpdate(), metadata.acceptedAt());
        addTime(attributes, structure.certified(), metadata.confirmedAt());
    }

    private static ObjectNode add(ArrayNode attributes, String id) {
        return attributes.addObject().put("id", id);
    }

    private static void addText(ArrayNode attributes, String id, Map<String, String> text) {
        text.forEach(add(attributes, id).putObject("value")::put);
    }

    private static void addTime(ArrayNode attributes, String id, Instant at) {
        if (id != null && at != null) {
            add(attributes, id).put("value", at.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }
}
