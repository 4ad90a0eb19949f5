package org.tipstats.validate.findings;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    private static final JsonMapper JSON = JsonMapper.builder(
                    new JsonFactoryBuilder().rootValueSeparator((String) null).build())
            .build();
    private static final ObjectWriter FINDING =
            JSON.writerFor(Finding.class).without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
    private static final ObjectReader FINDINGS = JSON.readerFor(Finding.class);

    private ReportJson() {}

    /** Returns a generator for {@link #write(Finding, JsonGenerator)} that writes no separator between findings. */
    static JsonGenerator generator(OutputStream out) {
        try {
            return FINDING.createGenerator(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Finding finding, JsonGenerator generator) throws IOException {
        FINDING.writeValue(generator, finding);
    }

    static Finding read(byte[] line) {
        try {
            return FINDINGS.readValue(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] deflate(byte[] lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 13)) {
            out.write(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    static InputStream inflate(byte[] compressed) {
        return new InflaterInputStream(new ByteArrayInputStream(compressed));
    }

    /** Returns the findings of a page of {@link FindingCollection#pages}. */
    public static Iterator<Finding> expand(byte[] page) {
        try {
            return FINDINGS.readValues(inflate(page));
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
