package org.tipstats.disseminate.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tipstats.platform.http.AcceptHeader;

/** A form of data that this service writes. */
public enum Format {
    JSON("application/json", "json"),
    CSV("application/vnd.sdmx.data+csv;version=2.0.0", "csv"),
    PLAIN_CSV("text/csv;charset=utf-8", "csv"),
    JSON_STAT("application/json-stat+json", "json"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PARQUET("application/vnd.apache.parquet", "parquet"),
    /** One Parquet file a year, in an archive. */
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

    /** Of files, without a dot. */
    public String extension() {
        return extension;
    }

    /** Whether it is a text that compression makes much smaller; the others are compressed already. */
    public boolean isText() {
        return this == JSON || this == CSV || this == PLAIN_CSV || this == JSON_STAT;
    }

    /** Whether it has a place for notes in a language: on what terms the data may be used, how it is cited. */
    public boolean hasNotes() {
        return this != JSON && this != CSV && this != PLAIN_CSV;
    }

    /** The words of the parameter {@code format}. */
    public static List<String> words() {
        return List.of("json", "csv", "json-stat", "xlsx", "parquet");
    }

    /** The format that a word of the parameter {@code format} names. */
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

    /** The format that an {@code Accept} header likes best, JSON where it takes anything; empty when it takes none. */
    public static Optional<Format> accepted(String accept) {
        return AcceptHeader.parse(accept).best(offered(), Format::mediaType);
    }

    /** The media types that {@code Accept} can choose from. */
    public static List<String> mediaTypes() {
        return offered().stream().map(Format::mediaType).toList();
    }

    private static List<Format> offered() {
        return Arrays.stream(values())
                .filter(format -> format != PARQUET_BY_YEAR)
                .toList();
    }
}
