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
import org.tipstats.sdmx.question.VersionFilter.VersionRange;

/**
 * The media types that a client accepts, from an {@code Accept} header. The media types of the standard have versions
 * and parameters, and the class reads them.
 */
public final class AcceptedMediaTypes {

    private static final Pattern QUALITY = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");
    private static final int MAX_HEADER_LENGTH = 4_000;
    private static final int MAX_RANGES = 100;

    /**
     * General media types, each with the kind of format that it stands for. A client that accepts a general type gets
     * the first format of this kind.
     */
    private static final Map<String, String> GENERAL = Map.of(
            "application/xml", "xml",
            "text/xml", "xml",
            "application/json", "json",
            "text/json", "json",
            "text/csv", "csv",
            "application/csv", "csv");

    /**
     * A media range.
     *
     * @param place the index of the range in the header, from 0
     */
    private record Range(String type, Map<String, String> parameters, BigDecimal quality, int place) {

        /**
         * Returns how precisely the range matches a media type, from 1 to 4. Returns 0 if the range does not match the
         * media type.
         */
        int precision(String mediaType) {
            Range offered = parse(mediaType, 0);
            if (!VersionRange.of(parameters.get("version")).contains(offered.parameters.get("version"))) {
                return 0;
            }
            if (type.equals(offered.type)) {
                return 4;
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

    /** The chosen offer, with the parameters of the media range that matched the offer. */
    public record Choice<T>(T offer, Map<String, String> parameters) {}

    private final List<Range> ranges;

    private AcceptedMediaTypes(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Parses a header. A header that is absent, empty or too long means that the client accepts everything. */
    public static AcceptedMediaTypes of(String header) {
        String text = header == null || header.isBlank() || header.length() > MAX_HEADER_LENGTH ? "*/*" : header;
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!part.isBlank() && ranges.size() < MAX_RANGES && !part.strip().startsWith(";")) {
                ranges.add(Range.parse(part, ranges.size()));
            }
        }
        return new AcceptedMediaTypes(ranges);
    }

    /**
     * Returns the offer with the highest quality. If several offers have the same quality, prefers the offer whose
     * range comes first in the header, then the first offer. Returns empty if no offer is acceptable.
     */
    public <T> Optional<Choice<T>> best(List<T> offers, Function<T, String> mediaType) {
        Choice<T> best = null;
        Range bestRange = null;
        for (T offer : offers) {
            Range range = range(mediaType.apply(offer));
            if (range != null && range.quality.signum() > 0 && (bestRange == null || isBetter(range, bestRange))) {
                best = new Choice<>(offer, range.parameters);
                bestRange = range;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isBetter(Range range, Range more) {
        int quality = range.quality.compareTo(more.quality);
        return quality > 0 || quality == 0 && range.place < more.place;
    }

    /** Returns the range that matches a media type most precisely; null if no range matches. */
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
