package org.tipstats.start.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.intruder.AuditReport;

/** Writes the report of an audit as text or JSON. Shows recovered values only on request. */
record AuditText(AuditReport report, boolean showValues) {

    private static final int MAX_LISTED = 100;

    /** Returns whether every hidden count is proven safe, and no other release shows a hidden count. */
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
                .forEach((source, count) -> text.append(
                                "Sums left out, because figures contradict them or a table is too large, of the kind ")
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
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("hidden", report.hidden());
        members.put("recoverable", members(report.recoverable()));
        members.put("alreadyPublic", members(report.alreadyPublic()));
        members.put("misleading", members(report.misleading()));
        members.put("notProven", members(report.notProven()));
        members.put("dropped", report.dropped());
        members.put("unknowns", report.unknowns());
        members.put("equations", report.equations());
        members.put("programs", report.programs());
        out.write(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(members));
        out.write('\n');
    }

    private List<Map<String, Object>> members(List<ExposedCell> cells) {
        return cells.stream().map(this::members).toList();
    }

    private Map<String, Object> members(ExposedCell cell) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("release", cell.release());
        members.put("table", cell.table());
        members.put("key", cell.key());
        members.put("masked", cell.masked());
        if (showValues && cell.value().isPresent()) {
            members.put("value", cell.value().getAsLong());
        }
        return members;
    }
}
