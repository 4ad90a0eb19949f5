package org.tipstats.disseminate.format;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tipstats.platform.http.AcceptHeader;

/** A format in which this service writes data. */
public enum Format {
    JSON("json", "application/json", "json", true, false),
    CSV("csv", "application/vnd.sdmx.data+csv;version=2.0.0", "csv", true, false),
    PLAIN_CSV(null, "text/csv;charset=utf-8", "csv", true, false),
    JSON_STAT("json-stat", "application/json-stat+json", "json", true, true),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", false, true),
    PARQUET("parquet", "application/vnd.apache.parquet", "parquet", false, true),
    /** A ZIP archive with one Parquet file for each year. */
    PARQUET_BY_YEAR(null, "application/zip", "zip", false, true);

    private final String word;
    private final String mediaType;
    private final String extension;
    private final boolean text;
    private final boolean notes;

    /** @param word the value of the parameter {@code format}; null if another parameter chooses the format */
    Format(String word, String mediaType, String extension, boolean text, boolean notes) {
        this.word = word;
        this.mediaType = mediaType;
        this.extension = extension;
        this.text = text;
        this.notes = notes;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Returns the file extension without a dot. */
    public String extension() {
        return extension;
    }

    /**
     * Returns whether the format is text. Compression makes text much smaller; the formats that are not text are
     * already compressed.
     */
    public boolean isText() {
        return text;
    }

    /** Returns whether files in this format contain notes (licence and citation), which depend on the language. */
    public boolean hasNotes() {
        return notes;
    }

    /** Returns the values of the parameter {@code format}. */
    public static List<String> words() {
        return Arrays.stream(values())
                .map(format -> format.word)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Finds the format for a value of the parameter {@code format}. */
    public static Optional<Format> named(String word) {
        return Arrays.stream(values())
                .filter(format -> word.equals(format.word))
                .findFirst();
    }

    /**
     * Chooses the format that an {@code Accept} header prefers: JSON if the header accepts anything; empty if the
     * header accepts no format.
     */
    public static Optional<Format> accepted(String accept) {
        return AcceptHeader.parse(accept).best(offered(), Format::mediaType);
    }

    /** Returns the media types from which an {@code Accept} header can choose. */
    public static List<String> mediaTypes() {
        return offered().stream().map(Format::mediaType).toList();
    }

    private static List<Format> offered() {
        return Arrays.stream(values())
                .filter(format -> format != PARQUET_BY_YEAR)
                .toList();
    }
}
