package org.tipstats.dissemination;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import org.tipstats.observation.KeySpace;
import org.tipstats.observation.Observation;
import org.tipstats.observation.ObservationField;
import org.tipstats.release.ReleaseReference;

/** Data as JSON records: one object an observation, its components by id. */
final class JsonDataWriter implements DataWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final DataRequest request;
    private final List<ObservationField> fields;

    JsonDataWriter(DataRequest request) {
        this.request = request;
        this.fields =
                ObservationField.of(new KeySpace(request.query().dataflow().structure()));
    }

    @Override
    public void write(DataSelection selection, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            ReleaseReference release = request.release();
            json.writeStartObject();
            json.writeStringField("release", release.id());
            json.writeStringField(
                    "publishedAt",
                    release.publishedAt() == null ? null : release.publishedAt().toString());
            json.writeStringField("dataflow", request.query().dataflow().id());
            json.writeNumberField("total", selection.total());
            json.writeArrayFieldStart("observations");
            for (Iterator<Observation> all = selection.observations(); all.hasNext(); ) {
                write(all.next(), json);
            }
            json.writeEndArray();
            json.writeStringField("next", selection.next());
            json.writeEndObject();
        }
    }

    private void write(Observation observation, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (ObservationField field : fields) {
            Object value = field.value().apply(observation);
            if (value != null || field.required()) {
                json.writeFieldName(field.id());
                writeValue(value, json);
            }
        }
        if (request.labels() != Labels.ID) {
            writeLabels(observation, json);
        }
        json.writeEndObject();
    }

    private static void writeValue(Object value, JsonGenerator json) throws IOException {
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

    private void writeLabels(Observation observation, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("labels");
        for (ObservationField field : fields) {
            String code = field.codes() == null ? null : field.text(observation);
            if (code != null) {
                json.writeStringField(field.id(), CodeNames.name(field, code, request.language()));
            }
        }
        json.writeEndObject();
    }
}
