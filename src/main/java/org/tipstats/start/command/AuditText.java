package org.tipstats.start.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.intruder.ExposedCell;

/** Writes the report of an audit as text or JSON. Shows values only on request. */
final class AuditText {

    private static final int MAX_LISTED = 100;

    private final AuditReport report;
    private final boolean showValues;

    AuditText(AuditReport report, boolean showValues) {
        this.report = report;
        this.showValues = showValues;
    }

    /** Returns whether no hidden count can be recovered and no other release shows a hidden count. */
    boolean isSafe() {
        return report.isSafe() && report.alreadyPublic().isEmpty();
    }

    void writeText(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder(256);
        text.append(cells(report.hidden())).append(report.hidden() == 1 ? " is hidden.\n" : " are hidden.\n");
        if (isSafe()) {
            text.append("None can be recovered.\n");
        }
        list(text, "can be recovered", report.recoverable());
        list(text, "shown by another release", report.alreadyPublic());
        list(text, "seem to have one value, which is not the true one", report.misleading());
        list(text, "not proven safe", report.notProven());
        report.dropped()
                .forEach((source, count) -> text.append("Assumptions that figures contradict, of the kind ")
                        .append(source.name().toLowerCase(Locale.ROOT))
                        .append(": ")
                        .append(count)
                        .append("\n"));
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String cells(int count) {
        return count + (count == 1 ? " cell" : " cells");
    }

    private void list(StringBuilder text, String what, List<ExposedCell> cells) {
        if (cells.isEmpty()) {
            return;
        }
        text.append(cells(cells.size())).append(": ").append(what).append(".\n");
        for (ExposedCell cell : cells.subList(0, Math.min(MAX_LISTED, cells.size()))) {
            text.append("  ").append(cell);
            if (showValues && cell.value().isPresent()) {
                text.append(" = ").append(cell.value().getAsLong());
            }
            text.append("\n");
        }
        if (cells.size() > MAX_LISTED) {
            text.append("  and ").append(cells.size() - MAX_LISTED).append(" more\n");
        }
    }

    void writeJson(OutputStream out) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("hidden", report.hidden());
            write(json, "recoverable", report.recoverable());
            write(json, "alreadyPublic", report.alreadyPublic());
            write(json, "misleading", report.misleading());
            write(json, "notProven", report.notProven());
            json.writeObjectFieldStart("dropped");
            for (var entry : report.dropped().entrySet()) {
                json.writeNumberField(entry.getKey().name(), entry.getValue());
            }
            json.writeEndObject();
            json.writeNumberField("unknowns", report.unknowns());
            json.writeNumberField("equations", report.equations());
            json.writeNumberField("programs", report.programs());
            json.writeEndObject();
        }
        out.write('\n');
    }

    private void write(JsonGenerator json, String name, List<ExposedCell> cells) throws IOException {
        json.writeArrayFieldStart(name);
        for (ExposedCell cell : cells) {
            json.writeStartObject();
            json.writeStringField("release", cell.release());
            json.writeStringField("table", cell.table());
            json.writeStringField("key", cell.key());
            json.writeBooleanField("masked", cell.masked());
            if (showValues && cell.value().isPresent()) {
                json.writeNumberField("value", cell.value().getAsLong());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
