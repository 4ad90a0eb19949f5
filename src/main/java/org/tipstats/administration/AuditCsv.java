package org.tipstats.administration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.audit.RecordedEvent;
import org.tipstats.csv.FormulaText;

/** Entries of the audit log as CSV. Text that a spreadsheet would run begins with an apostrophe. */
final class AuditCsv {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER =
            "seq,at,actor,actorName,action,subject,fromHash,toHash,detail,prevHash,hash\r\n";

    private AuditCsv() {}

    static String of(List<RecordedEvent> entries) {
        return entries.stream().map(AuditCsv::line).collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(RecordedEvent entry) {
        return Stream.of(
                        Long.toString(entry.seq()),
                        entry.at().toString(),
                        entry.actor(),
                        entry.actorName(),
                        entry.action(),
                        entry.subject(),
                        entry.fromHash(),
                        entry.toHash(),
                        detail(entry),
                        entry.prevHash(),
                        entry.hash())
                .map(AuditCsv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String detail(RecordedEvent entry) {
        try {
            return entry.detail().isEmpty() ? null : JSON.writeValueAsString(entry.detail());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log holds plain values only", e);
        }
    }

    private static String cell(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = FormulaText.guard(text);
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
