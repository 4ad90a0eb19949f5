package org.tipstats.disseminate.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Writes data as a dataset of JSON-stat 2.0 (json-stat.org). Cells are numbered along the dimensions. Values and
 * statuses are objects whose member names are cell numbers. So are all other attributes, under
 * {@code extension.attributes}. A cell without an observation is in none of these objects. A cell without a value has a
 * status but no entry under {@code value}. Licence and citation occur twice: as notes for readers, and as separate
 * members of {@code extension}.
 */
record JsonStatDataWriter(DataStyle style) implements DataWriter {
    @Override
    public void write(DataSelection selection, OutputStream out) throws IOException {
        DataStructure structure = selection.dataflow().structure();
        CellIndex cells = CellIndex.of(selection);
        try (JsonGenerator json = JsonDataWriter.JSON.createGenerator(out)) {
            json.writeStartObject();
            writeHead(selection, json);
            json.writeArrayFieldStart("id");
            for (Dimension dimension : structure.dimensions()) {
                json.writeString(dimension.id());
            }
            json.writeEndArray();
            json.writeFieldName("size");
            json.writeArray(cells.sizes(), 0, cells.sizes().length);
            writeRoles(structure, json);
            json.writeObjectFieldStart("dimension");
            for (Dimension dimension : structure.dimensions()) {
                new JsonStatCategories(dimension, cells.present(dimension), style).write(json);
            }
            json.writeEndObject();
            writeCells(selection, cells, json);
            json.writeEndObject();
        }
    }

    private void writeHead(DataSelection selection, JsonGenerator json) throws IOException {
        ReleaseReference release = selection.release();
        json.writeStringField("version", "2.0");
        json.writeStringField("class", "dataset");
        json.writeStringField("label", selection.dataflow().name().inLanguage(style.language()));
        json.writeStringField("source", selection.terms().publisher() + ", " + release.id());
        if (release.publishedAt() != null) {
            json.writeStringField("updated", release.publishedAt().toString());
        }
        Map<String, String> terms = selection.terms().named(style.language());
        json.writeArrayFieldStart("note");
        for (String name : List.of("licence", "citation")) {
            if (terms.containsKey(name)) {
                json.writeString(terms.get(name));
            }
        }
        json.writeEndArray();
    }

    private static void writeRoles(DataStructure structure, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("role");
        writeRole("time", List.of(Role.TIME), structure, json);
        writeRole("geo", List.of(Role.AREA, Role.COUNTERPART), structure, json);
        writeRole("metric", List.of(Role.UNIT), structure, json);
        json.writeEndObject();
    }

    private static void writeRole(String name, List<Role> roles, DataStructure structure, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Dimension dimension : structure.dimensions()) {
            if (roles.contains(dimension.role())) {
                json.writeString(dimension.id());
            }
        }
        json.writeEndArray();
    }

    private void writeCells(DataSelection selection, CellIndex cells, JsonGenerator json) throws IOException {
        DataStructure structure = selection.dataflow().structure();
        List<ObservationField> fields = new ArrayList<>(selection.fields());
        fields.removeIf(field -> structure.dimension(field.id()).isPresent());
        ObservationField status = status(fields, structure);
        ObservationField value = fields.remove(0);
        json.writeObjectFieldStart("value");
        writeObject(null, value, selection, cells, json);
        json.writeEndObject();
        json.writeObjectFieldStart("status");
        writeObject(null, status, selection, cells, json);
        json.writeEndObject();
        fields.remove(status);
        json.writeObjectFieldStart("extension");
        writeExtension(selection, status, json);
        json.writeObjectFieldStart("attributes");
        for (ObservationField field : fields) {
            writeObject(field.id(), field, selection, cells, json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static ObservationField status(List<ObservationField> fields, DataStructure structure) {
        String id = structure.attribute(Role.STATUS).orElseThrow().id();
        return fields.stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Writes the values of a field by cell number.
     *
     * @param name name of the object to write if there are any values; null if the caller has already begun the object
     */
    private static void writeObject(
            String name, ObservationField field, DataSelection selection, CellIndex cells, JsonGenerator json)
            throws IOException {
        boolean begun = name == null;
        for (Iterator<Observation> all = selection.observations(); all.hasNext(); ) {
            Observation observation = all.next();
            Object value = field.value().apply(observation);
            if (value != null) {
                if (!begun) {
                    json.writeObjectFieldStart(name);
                    begun = true;
                }
                json.writeFieldName(Long.toString(cells.number(observation.key())));
                JsonDataWriter.writeValue(value, json);
            }
        }
        if (begun && name != null) {
            json.writeEndObject();
        }
    }

    private void writeExtension(DataSelection selection, ObservationField status, JsonGenerator json)
            throws IOException {
        json.writeStringField("release", selection.release().id());
        json.writeStringField("contentHash", selection.release().contentHash());
        json.writeStringField("dataflow", selection.dataflow().identification());
        Map<String, String> terms = selection.terms().named(style.language());
        for (String name : List.of("terms", "licence", "licenceUrl", "citation")) {
            json.writeStringField(name, terms.get(name));
        }
        json.writeNumberField("total", selection.total());
        json.writeStringField("next", selection.next());
        TreeMap<String, String> labels = new TreeMap<>();
        selection
                .observations()
                .forEachRemaining(o -> labels.computeIfAbsent(o.status(), code -> style.name(status, code)));
        json.writeObjectFieldStart("statusLabel");
        for (var label : labels.entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
    }
}
