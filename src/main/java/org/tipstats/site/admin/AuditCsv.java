package org.tipstats.site.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.platform.audit.RecordedEvent;

/**
 * Writes entries of the audit log as CSV. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
final class AuditCsv {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final CsvTable<RecordedEvent> TABLE = new CsvTable<>(List.of(
            CsvColumn.number("seq", RecordedEvent::seq),
            CsvColumn.text("at", entry -> entry.at().toString()),
            CsvColumn.text("actor", RecordedEvent::actor),
            CsvColumn.text("actorName", RecordedEvent::actorName),
            CsvColumn.text("action", RecordedEvent::action),
            CsvColumn.text("subject", RecordedEvent::subject),
            CsvColumn.text("fromHash", RecordedEvent::fromHash),
            CsvColumn.text("toHash", RecordedEvent::toHash),
            CsvColumn.text("detail", AuditCsv::detail),
            CsvColumn.text("prevHash", RecordedEvent::prevHash),
            CsvColumn.text("hash", RecordedEvent::hash)));

    private AuditCsv() {}

    static String of(List<RecordedEvent> entries) {
        StringBuilder text = new StringBuilder();
        try {
            TABLE.write(entries.iterator(), new CsvStyle(',', "\r\n", false), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String detail(RecordedEvent entry) {
        try {
            return entry.detail().isEmpty() ? null : JSON.writeValueAsString(entry.detail());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log holds plain values only", e);
        }
    }
}
