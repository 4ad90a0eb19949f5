package org.tipstats.disseminate.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tipstats.disseminate.format.DataStyle.LabelStyle;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Writes data as a dataset of JSON-stat 2.0 (json-stat.org). Cells are numbered along the dimensions. Values and
 * statuses are objects whose member names are cell numbers. All other attributes are objects of the same form under
 * {@code extension.attributes}. A cell without an observation is in none of these objects. A cell without a value has a
 * status but no entry under {@code value}. Licence and citation occur twice: as notes for readers, and as separate
 * members of {@code extension}.
 */
record JsonStatDataWriter(DataStyle style) implements DataWriter {

    private static final int DECIMALS_OF_RATES = 4;

    @Override
    public void write(DataSelection selection, OutputStream out) throws IOException {
        DataStructure structure = selection.dataflow().structure();
        CellIndex cells = CellIndex.of(selection);
        try (JsonGenerator json = JsonDataWriter.JSON.createGenerator(out)) {
            json.writeStartObject();
            writeHead(selection, json);
            json.writeObjectField(
                    "id", structure.dimensions().stream().map(Dimension::id).toList());
            json.writeFieldName("size");
            json.writeArray(cells.sizes(), 0, cells.sizes().length);
            writeRoles(structure, json);
            json.writeObjectFieldStart("dimension");
            for (Dimension dimension : structure.dimensions()) {
                json.writeObjectField(dimension.id(), describe(dimension, cells.present(dimension)));
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
        json.writeObjectField(
                "note",
                Stream.of("licence", "citation")
                        .filter(terms::containsKey)
                        .map(terms::get)
                        .toList());
    }

    private static void writeRoles(DataStructure structure, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("role");
        json.writeObjectField("time", ids(structure, Role.TIME));
        json.writeObjectField("geo", ids(structure, Role.AREA, Role.COUNTERPART));
        json.writeObjectField("metric", ids(structure, Role.UNIT));
        json.writeEndObject();
    }

    private static List<String> ids(DataStructure structure, Role... roles) {
        return structure.dimensions().stream()
                .filter(dimension -> List.of(roles).contains(dimension.role()))
                .map(Dimension::id)
                .toList();
    }

    /** Describes a dimension with the categories that occur: codes, names, hierarchy and decimals. */
    private Map<String, Object> describe(Dimension dimension, BitSet present) {
        Map<String, Object> category = new LinkedHashMap<>();
        category.put("index", present.stream().mapToObj(dimension::valueAt).toList());
        if (!dimension.isTime()) {
            addCodes(dimension, present, category);
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("label", dimension.name().inLanguage(style.language()));
        described.put("category", category);
        return described;
    }

    private void addCodes(Dimension dimension, BitSet present, Map<String, Object> category) {
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, List<String>> children = new LinkedHashMap<>();
        for (int position : present.stream().toArray()) {
            Code code = dimension.codes().at(position);
            String name = code.name().inLanguage(style.language());
            labels.put(code.id(), style.labels() == LabelStyle.BOTH ? code.id() + ": " + name : name);
            List<String> below = dimension.codes().children(code).stream()
                    .filter(child -> present.get(child.position()))
                    .map(Code::id)
                    .toList();
            if (!below.isEmpty()) {
                children.put(code.id(), below);
            }
        }
        category.put("label", labels);
        if (!children.isEmpty()) {
            category.put("child", children);
        }
        if (dimension.role() == Role.UNIT) {
            category.put("unit", units(dimension, present));
        }
    }

    private Map<String, Unit> units(Dimension dimension, BitSet present) {
        Map<String, Unit> units = new LinkedHashMap<>();
        present.stream().mapToObj(dimension.codes()::at).forEach(code -> {
            String name = code.name().inLanguage(style.language());
            units.put(code.id(), new Unit(name, code.means("COUNT") ? 0 : DECIMALS_OF_RATES));
        });
        return units;
    }

    private record Unit(String label, int decimals) {}

    private void writeCells(DataSelection selection, CellIndex cells, JsonGenerator json) throws IOException {
        DataStructure structure = selection.dataflow().structure();
        List<ObservationField> fields = new ArrayList<>(selection.fields());
        fields.removeIf(field -> structure.dimension(field.id()).isPresent());
        ObservationField status = status(fields, structure);
        ObservationField value = fields.remove(0);
        writeObject("value", true, value, selection, cells, json);
        writeObject("status", true, status, selection, cells, json);
        fields.remove(status);
        json.writeObjectFieldStart("extension");
        writeExtension(selection, status, json);
        json.writeObjectFieldStart("attributes");
        for (ObservationField field : fields) {
            writeObject(field.id(), false, field, selection, cells, json);
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
     * @param always whether to write the object even if there are no values
     */
    private static void writeObject(
            String name,
            boolean always,
            ObservationField field,
            DataSelection selection,
            CellIndex cells,
            JsonGenerator json)
            throws IOException {
        boolean begun = always;
        if (always) {
            json.writeObjectFieldStart(name);
        }
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
        if (begun) {
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
        json.writeObjectField("statusLabel", labels);
    }
}
