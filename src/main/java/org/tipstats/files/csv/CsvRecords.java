package org.tipstats.files.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads text that {@link CsvTable} wrote in the raw standard style. Returns every text exactly as written and detects
 * nothing.
 */
public final class CsvRecords {

    private CsvRecords() {}

    /** Passes every record to the consumer, the header first, and closes the reader. */
    public static void forEach(Reader text, Consumer<String[]> consumer) throws IOException {
        CSVFormat format = CSVFormat.Builder.create(CSVFormat.RFC4180)
                .setRecordSeparator('\n')
                .get();
        try (CSVParser parser =
                CSVParser.builder().setReader(text).setFormat(format).get()) {
            for (CSVRecord record : parser) {
                consumer.accept(record.values());
            }
        }
    }
}
