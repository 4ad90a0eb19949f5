package org.tipstats.sdmx.data;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.sdmx.artefact.JsonVersion;
import org.tipstats.sdmx.data.DataMessage.DataSet;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dimension;

/** Writes data in SDMX-JSON 1.0, 2.0 and 2.1. Keys and codes are indexes into lists that come before the data. */
final class JsonData extends DataMessageWriter {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final JsonVersion version;
    private final KeySpace space;
    private final List<Dimension> observationDimensions;
    private final List<ObservationField> attributes;
    private final UsedValues used;
    private final int number;
    private final int firstDataSet;
    private final JsonGenerator json;

    /**
     * Creates a writer for the data of one structure in a message.
     *
     * @param number the index of the structure in the message
     * @param firstDataSet the index in the message of the first data set of this structure
     */
    private JsonData(DataMessage message, JsonVersion version, int number, int firstDataSet, JsonGenerator json) {
        super(message);
        this.version = version;
        this.number = number;
        this.firstDataSet = firstDataSet;
        this.space = new KeySpace(message.dataflow().structure());
        this.observationDimensions = message.observationDimensions();
        this.attributes = message.attributes();
        this.used = new UsedValues(
                message,
                attributes.stream().filter(field -> isIndexed(field, version)).toList());
        this.json = json;
    }

    /** Writes one message, which has one structure for each dataflow. */
    static void write(List<DataMessage> messages, JsonVersion version, OutputStream out) throws IOException {
        JsonGenerator json = MAPPER.createGenerator(out);
        List<JsonData> parts = new ArrayList<>();
        int dataSets = 0;
        for (DataMessage message : messages) {
            parts.add(new JsonData(message, version, parts.size(), dataSets, json));
            dataSets += message.dataSets().size();
        }
        parts.get(0).begin(parts);
        for (JsonData part : parts) {
            part.writeDataSets();
        }
        parts.get(0).end();
    }

    /**
     * Returns whether the values of an attribute are written as indexes. In version 1.0 this is so for all attributes.
     */
    static boolean isIndexed(ObservationField attribute, JsonVersion version) {
        return version == JsonVersion.V10 || attribute.codes() != null;
    }

    private void begin(List<JsonData> parts) throws IOException {
        json.writeStartObject();
        JsonNode root = version.root("data", message.header(), message.languages());
        for (Map.Entry<String, JsonNode> member : root.properties()) {
            json.writeFieldName(member.getKey());
            json.writeTree(member.getValue());
        }
        json.writeObjectFieldStart("data");
        if (version == JsonVersion.V10) {
            json.writeFieldName("structure");
            writeStructure();
        } else {
            json.writeArrayFieldStart("structures");
            for (JsonData part : parts) {
                part.writeStructure();
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart("dataSets");
    }

    private void writeStructure() throws IOException {
        new JsonStructureSection(message, version, used, firstDataSet, json).write();
    }

    @Override
    void beginDataSet(DataSet dataSet) throws IOException {
        json.writeStartObject();
        if (version != JsonVersion.V10) {
            json.writeNumberField("structure", number);
        }
        boolean merges = dataSet.action() == DataSet.Action.MERGE && version == JsonVersion.V21;
        json.writeStringField("action", merges ? "Merge" : action(dataSet));
        if (dataSet.validFrom() != null) {
            json.writeStringField("validFrom", validFrom(dataSet));
        }
        if (dataSet.validTo() != null) {
            json.writeStringField("validTo", validTo(dataSet));
        }
        json.writeArrayFieldStart("links");
        json.writeEndArray();
        json.writeObjectFieldStart(message.isFlat() ? "observations" : "series");
    }

    @Override
    void beginSeries(DataSet dataSet, Observation first) throws IOException {
        json.writeObjectFieldStart(key(first, message.seriesDimensions()));
        json.writeArrayFieldStart("attributes");
        json.writeEndArray();
        json.writeObjectFieldStart("observations");
    }

    private String key(Observation observation, List<Dimension> dimensions) {
        StringBuilder key = new StringBuilder();
        for (Dimension dimension : dimensions) {
            int position = space.position(observation.key(), dimension.position());
            key.append(key.isEmpty() ? "" : ":").append(used.number(dimension, position));
        }
        return key.toString();
    }

    @Override
    void observation(DataSet dataSet, Observation observation) throws IOException {
        json.writeArrayFieldStart(key(observation, observationDimensions));
        if (dataSet.action() != DataSet.Action.DELETE) {
            writeContent(observation);
        } else if (version == JsonVersion.V10) {
            json.writeNull();
        }
        json.writeEndArray();
    }

    private void writeContent(Observation observation) throws IOException {
        if (message.content().measure()) {
            json.writeNumber(observation.value());
        } else if (version == JsonVersion.V10) {
            json.writeNull();
        }
        int last = attributes.size();
        while (last > 0 && attributes.get(last - 1).text(observation) == null) {
            last--;
        }
        for (ObservationField attribute : attributes.subList(0, last)) {
            writeAttribute(attribute, observation);
        }
    }

    private void writeAttribute(ObservationField attribute, Observation observation) throws IOException {
        String text = attribute.text(observation);
        if (text == null) {
            json.writeNull();
        } else if (isIndexed(attribute, version)) {
            json.writeNumber(used.number(attribute, text));
        } else if (attribute.numeric()) {
            json.writeNumber(new BigDecimal(text));
        } else {
            json.writeString(text);
        }
    }

    @Override
    void endSeries() throws IOException {
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override
    void endDataSet() throws IOException {
        json.writeEndObject();
        json.writeEndObject();
    }

    private void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.close();
    }
}
