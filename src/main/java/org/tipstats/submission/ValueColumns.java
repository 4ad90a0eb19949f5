package org.tipstats.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.tipstats.schema.Dataflow;
import org.tipstats.storage.CopyWriter;
import org.tipstats.validation.Action;
import org.tipstats.validation.SubmittedRow;

/** How a row of a submission stands in the columns of its table. */
final class ValueColumns {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Dataflow dataflow;

    ValueColumns(Dataflow dataflow) {
        this.dataflow = dataflow;
    }

    void write(CopyWriter copy, UUID submission, SubmittedRow row) throws IOException {
        copy.column(submission)
                .column(dataflow.id())
                .column(part(row.key(), dataflow.structure().area().position()))
                .column(part(row.key(), dataflow.structure().time().position()))
                .column(row.key())
                .column(row.line())
                .column(row.record())
                .column(row.action().name().charAt(0))
                .column(row.value())
                .column(row.status())
                .column(row.confidentiality())
                .column(row.attributes().isEmpty() ? null : json(row.attributes()))
                .endRow();
    }

    private static String part(String key, int position) {
        int start = 0;
        for (int i = 0; i < position; i++) {
            start = key.indexOf('.', start) + 1;
        }
        int end = key.indexOf('.', start);
        return key.substring(start, end < 0 ? key.length() : end);
    }

    static SubmittedRow row(ResultSet row) throws SQLException {
        return new SubmittedRow(
                row.getInt(1),
                row.getInt(2),
                row.getString(3),
                action(row.getString(4)),
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
        try {
            return json == null ? Map.of() : JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Map<String, String> attributes) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(attributes));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
