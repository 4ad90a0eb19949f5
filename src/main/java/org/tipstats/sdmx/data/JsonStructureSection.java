package org.tipstats.sdmx.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.tipstats.sdmx.artefact.JsonVersion;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;

/** Makes the part of SDMX-JSON that describes components and lists the values to which indexes in the data refer. */
final class JsonStructureSection {

    private final DataMessage message;
    private final JsonVersion version;
    private final UsedValues used;

    JsonStructureSection(DataMessage message, JsonVersion version, UsedValues used) {
        this.message = message;
        this.version = version;
        this.used = used;
    }

    /** @param firstDataSet the index in the message of the first data set with this structure */
    ObjectNode make(int firstDataSet) {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        addLinks(made.putArray("links"));
        putName(message.dataflow().name(), made);
        ObjectNode dimensions = made.putObject("dimensions");
        dimensions.putArray("dataSet");
        addDimensions(message.seriesDimensions(), dimensions.putArray("series"));
        addDimensions(message.observationDimensions(), dimensions.putArray("observation"));
        if (version != JsonVersion.V10) {
            ArrayNode measures = made.putObject("measures").putArray("observation");
            message.measure()
                    .ifPresent(measure ->
                            putName(measure.name(), measures.addObject().put("id", measure.id())));
        }
        ObjectNode attributes = made.putObject("attributes");
        attributes.putArray("dataSet");
        attributes.putArray("series");
        ArrayNode ofObservations = attributes.putArray("observation");
        message.attributes().forEach(attribute -> putAttribute(attribute, ofObservations.addObject()));
        if (version != JsonVersion.V10) {
            ArrayNode dataSets = made.putArray("dataSets");
            for (int i = 0; i < message.dataSets().size(); i++) {
                dataSets.add(firstDataSet + i);
            }
        }
        return made;
    }

    private void addLinks(ArrayNode links) {
        links.addObject().put("rel", "dataflow").put("urn", message.dataflowUrn());
        links.addObject()
                .put("rel", version == JsonVersion.V10 ? "structure" : "datastructure")
                .put("urn", message.structureUrn());
    }

    private void putName(LocalText name, ObjectNode made) {
        made.put("name", name.inLanguage(message.languages().best()));
        if (message.languages().all()) {
            name.texts().forEach(made.putObject("names")::put);
        }
    }

    private void addDimensions(List<Dimension> dimensions, ArrayNode list) {
        for (Dimension dimension : dimensions) {
            ObjectNode made = list.addObject().put("id", dimension.id());
            putName(dimension.name(), made);
            made.put("keyPosition", dimension.position());
            made.putArray("roles").add(dimension.id());
            ArrayNode values = made.putArray("values");
            used.of(dimension).forEach(position -> putValue(dimension, position, values.addObject()));
        }
    }

    private void putValue(Dimension dimension, int position, ObjectNode made) {
        String id = dimension.valueAt(position);
        made.put("id", id);
        if (dimension.isTime()) {
            made.put("name", id);
            made.put("start", id + "-01-01T00:00:00Z");
            made.put("end", id + "-12-31T23:59:59Z");
            return;
        }
        Code code = dimension.codes().at(position);
        putName(code.name(), made);
        if (version != JsonVersion.V10 || code.parent() != null) {
            made.put("order", code.position());
        }
        if (code.parent() != null) {
            made.put("parent", code.parent());
        }
    }

    private void putAttribute(ObservationField attribute, ObjectNode made) {
        made.put("id", attribute.id());
        putName(attribute.name(), made);
        ObjectNode relationship = made.putObject("relationship");
        if (version == JsonVersion.V10) {
            relationship.put(
                    "primaryMeasure", message.dataflow().structure().measure().id());
        } else {
            relationship.putObject("observation");
        }
        // From version 2.0 on, the official schema does not allow an empty list.
        if (JsonData.isIndexed(attribute, version)
                && (version == JsonVersion.V10 || !used.of(attribute).isEmpty())) {
            ArrayNode values = made.putArray("values");
            used.of(attribute).forEach(text -> putValue(attribute, text, values.addObject()));
        }
    }

    private void putValue(ObservationField attribute, String text, ObjectNode made) {
        if (attribute.codes() == null) {
            made.put("name", text);
        } else {
            made.put("id", text);
            putName(attribute.codes().find(text).map(Code::name).orElse(new LocalText(Map.of("en", text))), made);
        }
    }
}
