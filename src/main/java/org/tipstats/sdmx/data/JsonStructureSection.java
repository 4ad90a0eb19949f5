package org.tipstats.sdmx.data;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tipstats.sdmx.artefact.JsonVersion;
import org.tipstats.sdmx.artefact.StructureMessage.ReaderLanguages;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * Writes the part of SDMX-JSON that describes components and lists the values to which indexes in the data refer.
 *
 * @param firstDataSet the index in the message of the first data set with this structure
 */
record JsonStructureSection(
        DataMessage message, JsonVersion version, UsedValues used, int firstDataSet, JsonGenerator json) {

    void write() throws IOException {
        json.writeStartObject();
        writeLinks();
        writeName(message.dataflow().name());
        json.writeObjectFieldStart("dimensions");
        writeDimensions("dataSet", List.of());
        writeDimensions("series", message.seriesDimensions());
        writeDimensions("observation", message.observationDimensions());
        json.writeEndObject();
        if (version != JsonVersion.V10) {
            writeMeasures();
        }
        writeAttributes();
        if (version != JsonVersion.V10) {
            json.writeArrayFieldStart("dataSets");
            for (int i = 0; i < message.dataSets().size(); i++) {
                json.writeNumber(firstDataSet + i);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeAttributes() throws IOException {
        json.writeObjectFieldStart("attributes");
        json.writeArrayFieldStart("dataSet");
        json.writeEndArray();
        json.writeArrayFieldStart("series");
        json.writeEndArray();
        json.writeArrayFieldStart("observation");
        for (ObservationField attribute : message.attributes()) {
            writeAttribute(attribute);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeLinks() throws IOException {
        json.writeArrayFieldStart("links");
        writeLink("dataflow", message.dataflowUrn());
        writeLink(version == JsonVersion.V10 ? "structure" : "datastructure", message.structureUrn());
        json.writeEndArray();
    }

    private void writeLink(String rel, String urn) throws IOException {
        json.writeStartObject();
        json.writeStringField("rel", rel);
        json.writeStringField("urn", urn);
        json.writeEndObject();
    }

    private void writeName(LocalText name) throws IOException {
        ReaderLanguages languages = message.languages();
        json.writeStringField("name", name.inLanguage(languages.best()));
        if (languages.all()) {
            json.writeObjectFieldStart("names");
            for (Map.Entry<String, String> text : name.texts().entrySet()) {
                json.writeStringField(text.getKey(), text.getValue());
            }
            json.writeEndObject();
        }
    }

    private void writeDimensions(String level, List<Dimension> dimensions) throws IOException {
        json.writeArrayFieldStart(level);
        for (Dimension dimension : dimensions) {
            json.writeStartObject();
            json.writeStringField("id", dimension.id());
            writeName(dimension.name());
            json.writeNumberField("keyPosition", dimension.position());
            json.writeArrayFieldStart("roles");
            json.writeString(dimension.id());
            json.writeEndArray();
            json.writeArrayFieldStart("values");
            for (int position : used.of(dimension)) {
                writeValue(dimension, position);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeValue(Dimension dimension, int position) throws IOException {
        String id = dimension.valueAt(position);
        json.writeStartObject();
        json.writeStringField("id", id);
        if (dimension.isTime()) {
            json.writeStringField("name", id);
            json.writeStringField("start", id + "-01-01T00:00:00Z");
            json.writeStringField("end", id + "-12-31T23:59:59Z");
        } else {
            Code code = dimension.codes().at(position);
            writeName(code.name());
            if (version != JsonVersion.V10 || code.parent() != null) {
                json.writeNumberField("order", code.position());
            }
            if (code.parent() != null) {
                json.writeStringField("parent", code.parent());
            }
        }
        json.writeEndObject();
    }

    private void writeMeasures() throws IOException {
        json.writeObjectFieldStart("measures");
        json.writeArrayFieldStart("observation");
        if (message.measure().isPresent()) {
            ObservationField measure = message.measure().get();
            json.writeStartObject();
            json.writeStringField("id", measure.id());
            writeName(measure.name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeAttribute(ObservationField attribute) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", attribute.id());
        writeName(attribute.name());
        json.writeObjectFieldStart("relationship");
        if (version == JsonVersion.V10) {
            json.writeStringField(
                    "primaryMeasure", message.dataflow().structure().measure().id());
        } else {
            json.writeObjectFieldStart("observation");
            json.writeEndObject();
        }
        json.writeEndObject();
        // From version 2.0 on, the official schema does not allow an empty list.
        if (JsonData.isIndexed(attribute, version)
                && (version == JsonVersion.V10 || !used.of(attribute).isEmpty())) {
            json.writeArrayFieldStart("values");
            for (String text : used.of(attribute)) {
                writeValue(attribute, text);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeValue(ObservationField attribute, String text) throws IOException {
        json.writeStartObject();
        if (attribute.codes() == null) {
            json.writeStringField("name", text);
        } else {
            json.writeStringField("id", text);
            writeName(attribute.codes().find(text).map(Code::name).orElse(new LocalText(Map.of("en", text))));
        }
        json.writeEndObject();
    }
}
