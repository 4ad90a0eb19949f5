package org.tipstats.disseminate.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import org.tipstats.disseminate.format.DataStyle.LabelStyle;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;

/**
 * Writes data as JSON records: one object for each observation, with a member for each component that is required or
 * has a value.
 */
record JsonDataWriter(DataStyle style) implements DataWriter {

    /** Writes in large portions: does not flush the output stream after each value. Does not close the stream. */
    static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    @Override
    public void write(DataSelection selection, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            ReleaseReference release = selection.release();
            List<ObservationField> fields = selection.fields();
            json.writeStartObject();
            json.writeStringField("release", release.id());
            json.writeStringField(
                    "publishedAt",
                    release.publishedAt() == null ? null : release.publishedAt().toString());
            json.writeStringField("dataflow", selection.dataflow().id());
            json.writeNumberField("total", selection.total());
            json.writeArrayFieldStart("observations");
            for (Iterator<Observation> all = selection.observations(); all.hasNext(); ) {
                write(all.next(), fields, json);
            }
            json.writeEndArray();
            json.writeStringField("next", selection.next());
            json.writeEndObject();
        }
    }

    private void write(Observation observation, List<ObservationField> fields, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (ObservationField field : fields) {
            Object value = field.value().apply(observation);
            if (value != null || field.required()) {
                json.writeFieldName(field.id());
                writeValue(value, json);
            }
        }
        if (style.labels() != LabelStyle.ID) {
            writeLabels(observation, fields, json);
        }
        json.writeEndObject();
    }

    static void writeValue(Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }

    private void writeLabels(Observation observation, List<ObservationField> fields, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart("labels");
        for (ObservationField field : fields) {
            String code = field.codes() == null ? null : field.text(observation);
            if (code != null) {
                json.writeStringField(field.id(), style.name(field, code));
            }
        }
        json.writeEndObject();
    }
}
