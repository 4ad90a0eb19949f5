package org.tipstats.sdmx.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.sdmx.data.DataFormat.CsvOptions;
import org.tipstats.sdmx.data.DataMessage.DataSet;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Writes SDMX-CSV 1.0, 2.0 and 2.1: one column per component, and one row per observation, or per series if the message
 * contains only series.
 */
final class CsvData extends DataMessageWriter {

    /** A version of SDMX-CSV. */
    enum Version {
        V10,
        V20,
        V21
    }

    private record Row(DataSet dataSet, Observation observation) {}

    private final Version version;
    private final CsvOptions options;
    private final Writer out;
    private final List<List<CsvColumn<Row>>> columns;
    private CsvTable<Row> table;

    private CsvData(DataMessage message, Version version, CsvOptions options, Writer out) {
        super(message);
        this.version = version;
        this.options = options;
        this.out = out;
        this.columns = columns();
    }

    /** Writes messages about several dataflows as one table. The table has the columns of all dataflows. */
    static void write(List<DataMessage> messages, Version version, CsvOptions options, OutputStream stream)
            throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 15);
        List<CsvData> parts = messages.stream()
                .map(message -> new CsvData(message, version, options, out))
                .toList();
        for (CsvData part : parts) {
            part.table = new CsvTable<>(part.commonColumns(parts));
        }
        if (options.byteOrderMark()) {
            out.write('\uFEFF');
        }
        parts.get(0).table.writeHeader(CsvStyle.STANDARD, out);
        for (CsvData part : parts) {
            part.writeDataSets();
        }
        out.flush();
    }

    /** Returns the columns of a common table. Columns that this dataflow does not have are empty in its rows. */
    private List<CsvColumn<Row>> commonColumns(List<CsvData> parts) {
        if (parts.size() == 1) {
            return columns.stream().flatMap(List::stream).toList();
        }
        List<CsvColumn<Row>> all = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Map<String, CsvColumn<Row>> group = new HashMap<>();
            columns.get(i).forEach(column -> group.putIfAbsent(column.header(), column));
            int index = i;
            parts.stream()
                    .flatMap(part -> part.columns.get(index).stream().map(CsvColumn::header))
                    .distinct()
                    .forEach(header -> all.add(group.getOrDefault(header, constant(header, null))));
        }
        return all;
    }

    /** Returns the columns in four groups: identification and keys, dimensions, the value, attributes. */
    private List<List<CsvColumn<Row>>> columns() {
        List<CsvColumn<Row>> identification = new ArrayList<>();
        addIdentification(identification);
        addKeys(identification);
        List<ObservationField> fields = message.fields();
        int size = message.dataflow().structure().dimensions().size();
        List<CsvColumn<Row>> dimensions = new ArrayList<>();
        for (ObservationField dimension : fields.subList(0, size)) {
            addField(dimension, true, dimensions);
        }
        List<CsvColumn<Row>> measure = new ArrayList<>();
        // Version 1.0 always has the column of the value, even if the value is not requested.
        if (version == Version.V10 || message.content().measure()) {
            addField(fields.get(size), message.content().measure(), measure);
        }
        List<CsvColumn<Row>> attributes = new ArrayList<>();
        message.attributes().forEach(attribute -> addField(attribute, true, attributes));
        return List.of(identification, dimensions, measure, attributes);
    }

    private void addIdentification(List<CsvColumn<Row>> columns) {
        String id = message.dataflow().identification();
        String name = message.dataflow().name().inLanguage(message.languages().best());
        boolean both = options.labels() == CsvOptions.Labels.BOTH;
        if (version == Version.V10) {
            columns.add(constant("DATAFLOW", both ? id + ": " + name : id));
            return;
        }
        columns.add(constant("STRUCTURE", "dataflow"));
        columns.add(constant("STRUCTURE_ID", both ? id + ": " + name : id));
        if (options.labels() == CsvOptions.Labels.NAME) {
            columns.add(constant("STRUCTURE_NAME", name));
        }
        columns.add(CsvColumn.text("ACTION", row -> switch (row.dataSet().action()) {
            case REPLACE -> "R";
            case MERGE -> version == Version.V21 ? "M" : "I";
            case DELETE -> "D";
        }));
    }

    private static CsvColumn<Row> constant(String header, String value) {
        return CsvColumn.text(header, row -> value);
    }

    private void addKeys(List<CsvColumn<Row>> columns) {
        if (version == Version.V10) {
            return;
        }
        KeySpace space = new KeySpace(message.dataflow().structure());
        if (options.keys() == CsvOptions.Keys.SERIES || options.keys() == CsvOptions.Keys.BOTH) {
            columns.add(CsvColumn.text("SERIES_KEY", row -> seriesKey(space, row.observation())));
        }
        if (options.keys() == CsvOptions.Keys.OBS || options.keys() == CsvOptions.Keys.BOTH) {
            columns.add(CsvColumn.text(
                    "OBS_KEY",
                    row -> isOnlySeries()
                            ? null
                            : space.format(row.observation().key())));
        }
    }

    private String seriesKey(KeySpace space, Observation observation) {
        StringBuilder key = new StringBuilder();
        for (Dimension dimension : message.seriesDimensions()) {
            key.append(key.isEmpty() ? "" : ".").append(space.code(observation.key(), dimension));
        }
        return key.toString();
    }

    private void addField(ObservationField field, boolean filled, List<CsvColumn<Row>> columns) {
        String language = message.languages().best();
        String name = field.name().inLanguage(language);
        boolean both = options.labels() == CsvOptions.Labels.BOTH;
        boolean coded = field.codes() != null;
        Function<Row, String> code = filled ? cell(field) : row -> null;
        Function<Row, String> named = row -> name(field, code.apply(row), language);
        columns.add(new CsvColumn<>(
                both ? field.id() + ": " + name : field.id(),
                field.numeric(),
                both && coded ? row -> withName(code.apply(row), field, language) : code));
        if (options.labels() == CsvOptions.Labels.NAME && coded) {
            columns.add(CsvColumn.text(name, named));
        }
    }

    /**
     * Returns a function from a row to the text of this field's cell. The value and the attributes of a deleted
     * observation are empty cells. If the message contains only series, all cells are empty except the cells of the
     * dimensions that identify a series.
     */
    private Function<Row, String> cell(ObservationField field) {
        boolean isKey = message.dataflow().structure().dimension(field.id()).isPresent();
        if (isOnlySeries() && (!isKey || field.id().equals(message.dimensionAtObservation()))) {
            return row -> null;
        }
        return isKey
                ? row -> field.text(row.observation())
                : row -> row.dataSet().action() == DataSet.Action.DELETE ? null : field.text(row.observation());
    }

    private boolean isOnlySeries() {
        return !message.content().observations() && !message.isFlat();
    }

    private static String withName(String code, ObservationField field, String language) {
        return code == null ? null : code + ": " + name(field, code, language);
    }

    private static String name(ObservationField field, String code, String language) {
        if (code == null) {
            return null;
        }
        return field.codes()
                .find(code)
                .map(found -> found.name().inLanguage(language))
                .orElse(code);
    }

    /** Rows need no series, so they keep the order that the request names. */
    @Override
    boolean isFlat() {
        return !isOnlySeries();
    }

    @Override
    void beginSeries(DataSet dataSet, Observation first) throws IOException {
        if (!message.content().observations()) {
            table.writeRow(new Row(dataSet, first), CsvStyle.STANDARD, out);
        }
    }

    @Override
    void observation(DataSet dataSet, Observation observation) throws IOException {
        table.writeRow(new Row(dataSet, observation), CsvStyle.STANDARD, out);
    }
}
