package org.tipstats.disseminate.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tipstats.platform.http.AcceptHeader;

/** A format in which this service writes data. */
public enum Format {
    JSON("application/json", "json"),
    CSV("application/vnd.sdmx.data+csv;version=2.0.0", "csv"),
    PLAIN_CSV("text/csv;charset=utf-8", "csv"),
    JSON_STAT("application/json-stat+json", "json"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PARQUET("application/vnd.apache.parquet", "parquet"),
    /** A ZIP archive with one Parquet file for each year. */
    PARQUET_BY_YEAR("application/zip", "zip");

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Returns the file extension without a dot. */
    public String extension() {
        return extension;
    }

    /**
     * Returns whether the format is text, which compression makes much smaller. The other formats are compressed
     * already.
     */
    public boolean isText() {
        return this == JSON || this == CSV || this == PLAIN_CSV || this == JSON_STAT;
    }

    /** Returns whether the format holds notes in a language: the licence and the citation. */
    public boolean hasNotes() {
        return this != JSON && this != CSV && this != PLAIN_CSV;
    }

    /** Returns the values of the parameter {@code format}. */
    public static List<String> words() {
        return List.of("json", "csv", "json-stat", "xlsx", "parquet");
    }

    /** Finds the format for a value of the parameter {@code format}. */
    public static Optional<Format> named(String word) {
        return switch (word) {
            case "json" -> Optional.of(JSON);
            case "csv" -> Optional.of(CSV);
            case "json-stat" -> Optional.of(JSON_STAT);
            case "xlsx" -> Optional.of(XLSX);
            case "parquet" -> Optional.of(PARQUET);
            default -> Optional.empty();
        };
    }

    /**
     * Chooses the format that an {@code Accept} header prefers: JSON if it accepts anything, empty if it accepts none.
     */
    public static Optional<Format> accepted(String accept) {
        return AcceptHeader.parse(accept).best(offered(), Format::mediaType);
    }

    /** Returns the media types among which {@code Accept} can choose. */
    public static List<String> mediaTypes() {
        return offered().stream().map(Format::mediaType).toList();
    }

    private static List<Format> offered() {
        return Arrays.stream(values())
                .filter(format -> format != PARQUET_BY_YEAR)
                .toList();
    }
}
