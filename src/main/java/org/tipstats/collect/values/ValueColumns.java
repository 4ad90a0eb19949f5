package org.tipstats.collect.values;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.tipstats.platform.database.CopyWriter;
import org.tipstats.platform.database.JsonText;
import org.tipstats.validate.row.ValidatedRows.ValidatedRow;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;

/** Converts rows of a submission to and from the columns of their table. Counts the rows that it writes. */
final class ValueColumns {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader TEXTS = JSON.readerFor(new TypeReference<Map<String, String>>() {});

    private final Dataflow dataflow;
    private final KeySpace space;
    private final YearCounts years = new YearCounts();

    ValueColumns(Dataflow dataflow) {
        this.dataflow = dataflow;
        this.space = new KeySpace(dataflow.structure());
    }

    void write(CopyWriter copy, UUID submission, ValidatedRow row) throws IOException {
        String area = area(row.key());
        String period = period(row.key());
        years.add(area, period, row);
        start(copy, submission, area, period, row.key())
                .column(row.line())
                .column(row.record())
                .column(row.action().name().charAt(0))
                .column(row.value())
                .column(row.status())
                .column(row.confidentiality())
                .column(row.attributes().isEmpty() ? null : json(row.attributes()))
                .endRow();
    }

    /** Writes a withdrawal that no single row of the file names. */
    void writeWithdrawal(CopyWriter copy, UUID submission, String key) throws IOException {
        String area = area(key);
        String period = period(key);
        years.addWithdrawal(area, period);
        start(copy, submission, area, period, key).column(null).column(null).column('D');
        copy.column(null).column(null).column(null).column(null).endRow();
    }

    /** Returns the counts of the rows that were written. */
    YearCounts years() {
        return years;
    }

    private CopyWriter start(CopyWriter copy, UUID submission, String area, String period, String key)
            throws IOException {
        return copy.column(submission)
                .column(dataflow.id())
                .column(area)
                .column(period)
                .column(key);
    }

    private String area(String key) {
        return part(key, dataflow.structure().area().position());
    }

    private String period(String key) {
        return part(key, dataflow.structure().time().position());
    }

    private static String part(String key, int position) {
        int start = 0;
        for (int i = 0; i < position; i++) {
            start = key.indexOf('.', start) + 1;
        }
        int end = key.indexOf('.', start);
        return key.substring(start, end < 0 ? key.length() : end);
    }

    ValidatedRow row(ResultSet row) throws SQLException {
        return new ValidatedRow(
                row.getInt(1),
                row.getInt(2),
                action(row.getString(4)),
                row.getString(3),
                space.parse(row.getString(3)).orElse(-1),
                (Long) row.getObject(5),
                row.getString(6),
                row.getString(7),
                attributes(row.getString(8)));
    }

    static Action action(String letter) {
        return switch (letter) {
            case "M" -> Action.MERGE;
            case "R" -> Action.REPLACE;
            default -> Action.DELETE;
        };
    }

    static Map<String, String> attributes(String json) {
        return json == null ? Map.of() : JsonText.read(TEXTS, json);
    }

    private static String json(Map<String, String> attributes) {
        return JsonText.write(JSON, new TreeMap<>(attributes));
    }
}
