package org.tipstats.dissemination;

import java.util.List;
import java.util.Optional;
import org.tipstats.web.AcceptHeader;

/** A form of data that this service writes. */
enum Format {
    JSON("application/json", "json"),
    CSV("application/vnd.sdmx.data+csv;version=2.0.0", "csv"),
    PLAIN_CSV("text/csv;charset=utf-8", "csv");

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    /** The words of the parameter {@code format}. */
    static List<String> words() {
        return List.of("json", "csv");
    }

    /** The format that a word of the parameter {@code format} names. */
    static Optional<Format> named(String word, boolean plainHeader) {
        return switch (word) {
            case "json" -> Optional.of(JSON);
            case "csv" -> Optional.of(plainHeader ? PLAIN_CSV : CSV);
            default -> Optional.empty();
        };
    }

    /** The format that an {@code Accept} header likes best, JSON where it takes anything; empty when it takes none. */
    static Optional<Format> accepted(String accept) {
        return AcceptHeader.parse(accept).best(List.of(values()), Format::mediaType);
    }
}
