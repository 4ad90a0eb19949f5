package org.tipstats.dissemination;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    /** The format that an {@code Accept} header likes best; JSON where it takes anything. */
    static Optional<Format> accepted(String accept) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(JSON);
        }
        return Arrays.stream(accept.split(","))
                .map(MediaRange::parse)
                .filter(range -> range.quality() > 0)
                .sorted((a, b) -> Integer.compare(b.quality(), a.quality()))
                .map(Format::matching)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Format> matching(MediaRange range) {
        return switch (range.type()) {
            case "*/*", "application/*", "application/json" -> Optional.of(JSON);
            case "text/csv", "text/*" -> Optional.of(PLAIN_CSV);
            case "application/vnd.sdmx.data+csv" ->
                range.version().isEmpty() || range.version().startsWith("2.0") ? Optional.of(CSV) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** One part of an Accept header. @param quality from 0 to 1000 */
    private record MediaRange(String type, String version, int quality) {
        static MediaRange parse(String text) {
            String[] parts = text.strip().toLowerCase(Locale.ROOT).split(";");
            String version = "";
            int quality = 1000;
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].strip();
                if (parameter.startsWith("version=")) {
                    version = parameter.substring(8);
                } else if (parameter.startsWith("q=")) {
                    quality = quality(parameter.substring(2));
                }
            }
            return new MediaRange(parts[0].strip(), version, quality);
        }

        private static int quality(String text) {
            try {
                return new java.math.BigDecimal(text).movePointRight(3).intValue();
            } catch (NumberFormatException e) {
                return 1000;
            }
        }
    }
}
