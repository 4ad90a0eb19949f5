package org.tipstats.validate.findings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Stores heads of reports and findings as JSON without sentences, so that a report can be shown later in any language.
 * Reading is the inverse of writing.
 */
public final class ReportJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectWriter LINES = JSON.writerFor(Finding.class).withRootValueSeparator("\n");
    private static final ObjectReader FINDINGS = JSON.readerFor(Finding.class);

    private ReportJson() {}

    /**
     * Takes the next findings, writes each finding as a line of JSON, and compresses the lines.
     *
     * @param most the largest number of findings to take
     */
    public static byte[] compress(Iterator<Finding> findings, int most) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (SequenceWriter lines = LINES.writeValues(new DeflaterOutputStream(bytes, deflater, 1 << 13))) {
            for (int i = 0; i < most && findings.hasNext(); i++) {
                lines.write(findings.next());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** Returns the findings from the result of {@link #compress}. */
    public static Iterator<Finding> expand(byte[] compressed) {
        try {
            return FINDINGS.readValues(new InflaterInputStream(new ByteArrayInputStream(compressed)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the head as one line of JSON. */
    public static String write(ValidationReport head) {
        try {
            return JSON.writeValueAsString(head);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ValidationReport readHead(String json) {
        try {
            return JSON.readValue(json, ValidationReport.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
