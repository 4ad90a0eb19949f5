package org.tipstats.dissemination;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

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

    /**
     * The format that an {@code Accept} header likes best: the quality of a format is that of the range that names it
     * most precisely. Among equals it is the one named first, then JSON.
     */
    static Optional<Format> accepted(String accept) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(JSON);
        }
        List<MediaRange> ranges =
                Arrays.stream(accept.split(",")).map(MediaRange::parse).toList();
        return Arrays.stream(values())
                .map(format -> Offer.of(format, ranges))
                .flatMap(Optional::stream)
                .filter(offer -> offer.quality > 0)
                .min(Comparator.comparingInt((Offer offer) -> -offer.quality)
                        .thenComparingInt(Offer::place)
                        .thenComparing(Offer::format))
                .map(Offer::format);
    }

    /** What a header says about one format. @param place of the range that says it, from 0 */
    private record Offer(Format format, int quality, int place) {

        static Optional<Offer> of(Format format, List<MediaRange> ranges) {
            return IntStream.range(0, ranges.size())
                    .boxed()
                    .filter(place -> ranges.get(place).precision(format) > 0)
                    .max(Comparator.comparingInt(
                                    (Integer place) -> ranges.get(place).precision(format))
                            .thenComparing(Comparator.reverseOrder()))
                    .map(place -> new Offer(format, ranges.get(place).quality, place));
        }
    }

    /** One part of an Accept header. @param quality from 0 to 1000 */
    private record MediaRange(String type, String version, int quality) {

        static MediaRange parse(String text) {
            String[] parts = text.strip().toLowerCase(Locale.ROOT).split(";", -1);
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
                return new BigDecimal(text).movePointRight(3).intValue();
            } catch (NumberFormatException e) {
                return 1000;
            }
        }

        /** How precisely it names a format; 0 when it doesn't. */
        int precision(Format format) {
            String offered = format.mediaType.split(";")[0];
            if (type.equals(offered)) {
                boolean otherVersion = format == CSV && !version.isEmpty() && !version.startsWith("2.0");
                return otherVersion ? 0 : 3;
            }
            if (type.endsWith("/*") && offered.startsWith(type.substring(0, type.length() - 1))) {
                return 2;
            }
            return type.equals("*/*") ? 1 : 0;
        }
    }
}
