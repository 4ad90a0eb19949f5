package org.tipstats.validate.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Findings as lines of JSON in memory. One generator writes all lines, because this is faster than one for each. */
final class JsonLines {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator generator = ReportJson.generator(bytes);

    /** Writes a finding. Returns the number of bytes with the end of the line. */
    int add(Finding finding) {
        int before = size();
        try {
            ReportJson.write(finding, generator);
            generator.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return size() - before;
    }

    /** Adds a line that was written before, with its line end. Returns its number of bytes. */
    int add(byte[] line) {
        try {
            generator.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.writeBytes(line);
        return line.length;
    }

    private int size() {
        return bytes.size() + generator.getOutputBuffered();
    }

    /** Returns all lines, compressed. Nothing can be added afterwards. */
    byte[] compressed() {
        try {
            generator.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ReportJson.deflate(bytes.toByteArray());
    }
}
