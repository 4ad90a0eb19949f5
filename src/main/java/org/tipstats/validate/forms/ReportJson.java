package org.tipstats.validate.forms;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.ValidationReport;

/**
 * Stores heads and findings as JSON without sentences, so that they can be shown later in any language. Reading is the
 * inverse of writing.
 */
public final class ReportJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectWriter WRITER = JSON.writerFor(Finding.class);

    private ReportJson() {}

    /** Returns the finding as one line of JSON. */
    public static String write(Finding finding) {
        return text(finding);
    }

    /**
     * Writes the next findings, each on a line.
     *
     * @param most the largest number of findings to write
     */
    public static void write(Iterator<Finding> findings, int most, OutputStream out) throws IOException {
        try (SequenceWriter lines = WRITER.without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .withRootValueSeparator("\n")
                .writeValues(out)) {
            for (int i = 0; i < most && findings.hasNext(); i++) {
                lines.write(findings.next());
            }
        }
    }

    public static Finding readFinding(String json) {
        return read(json, Finding.class);
    }

    /** Returns the head as one line of JSON. */
    public static String write(ValidationReport head) {
        return text(head);
    }

    public static ValidationReport readHead(String json) {
        return read(json, ValidationReport.class);
    }

    static JsonNode tree(String json) {
        return read(json, JsonNode.class);
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
