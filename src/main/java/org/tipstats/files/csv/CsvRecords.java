package org.tipstats.files.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads back what {@link CsvTable} wrote raw in the standard style: texts exactly as they were, nothing guessed. */
public final class CsvRecords {

    private CsvRecords() {}

    /** Gives every record in turn, the header first, and closes the reader. */
    public static void each(Reader text, Consumer<String[]> consumer) throws IOException {
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
