package org.tipstats.sdmx.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a client takes: the ranges of an {@code Accept} header, with the versions and the parameters that the standard's
 * media types have.
 */
public final class MediaWish {

    private static final Pattern QUALITY = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");
    private static final int LONGEST = 4_000;
    private static final int MOST = 100;

    /** Types that clients name when they mean the first form of that kind. */
    private static final Map<String, String> GENERAL = Map.of(
            "application/xml", "xml",
            "text/xml", "xml",
            "application/json", "json",
            "text/json", "json",
            "text/csv", "csv",
            "application/csv", "csv");

    /** A range. @param place in the header, from 0 */
    private record Range(String type, Map<String, String> parameters, BigDecimal quality, int place) {

        /** How precisely it names a media type; 0 when it doesn't. */
        int precision(String mediaType) {
            Range offered = parse(mediaType, 0);
            if (type.equals(offered.type)) {
                return VersionRange.of(parameters.get("version")).contains(offered.parameters.get("version")) ? 4 : 0;
            }
            String kind = GENERAL.get(type);
            if (kind != null) {
                return offered.type.endsWith("+" + kind) ? 3 : 0;
            }
            if (type.endsWith("/*") && offered.type.startsWith(type.substring(0, type.length() - 1))) {
                return 2;
            }
            return type.equals("*/*") || type.equals("*") ? 1 : 0;
        }

        static Range parse(String text, int place) {
            String[] parts = text.split(";");
            Map<String, String> parameters = new TreeMap<>();
            BigDecimal quality = BigDecimal.ONE;
            for (String part : Arrays.asList(parts).subList(1, parts.length)) {
                int equals = part.indexOf('=');
                String name =
                        (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
                String value =
                        equals < 0 ? "" : part.substring(equals + 1).strip().replace("\"", "");
                if (name.equals("q")) {
                    quality = QUALITY.matcher(value).matches() ? new BigDecimal(value) : BigDecimal.ONE;
                } else {
                    parameters.putIfAbsent(name, value);
                }
            }
            return new Range(parts[0].strip().toLowerCase(Locale.ROOT), parameters, quality, place);
        }
    }

    /** An offer that is taken, with the parameters by which it was asked for. */
    public record Choice<T>(T offer, Map<String, String> parameters) {}

    private final List<Range> ranges;

    private MediaWish(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Reads a header; one that is absent, empty or of absurd length takes everything. */
    public static MediaWish of(String header) {
        String text = header == null || header.isBlank() || header.length() > LONGEST ? "*/*" : header;
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!part.isBlank() && ranges.size() < MOST && !part.strip().startsWith(";")) {
                ranges.add(Range.parse(part, ranges.size()));
            }
        }
        return new MediaWish(ranges);
    }

    /**
     * The offer that it likes best; of those that it likes equally the one that it names first, then the first offer.
     * Empty when it takes none.
     */
    public <T> Optional<Choice<T>> best(List<T> offers, Function<T, String> mediaType) {
        Choice<T> best = null;
        Range bestRange = null;
        for (T offer : offers) {
            Range range = range(mediaType.apply(offer));
            if (range != null && range.quality.signum() > 0 && (bestRange == null || isLiked(range, bestRange))) {
                best = new Choice<>(offer, range.parameters);
                bestRange = range;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isLiked(Range range, Range more) {
        int quality = range.quality.compareTo(more.quality);
        return quality > 0 || quality == 0 && range.place < more.place;
    }

    /** The range that says most precisely how a media type is liked. */
    private Range range(String mediaType) {
        Range found = null;
        int precision = 0;
        for (Range range : ranges) {
            if (range.precision(mediaType) > precision) {
                found = range;
                precision = range.precision(mediaType);
            }
        }
        return found;
    }
}
