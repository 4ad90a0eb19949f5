package org.tipstats.platform.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/**
 * Reads an {@code Accept} header (RFC 9110, 12.5.1) and chooses among the media types that the service offers. A range
 * is an entry of the header, for example {@code text/csv;q=0.5}. Of all ranges that match an offer, the most precise
 * range gives the offer its quality. The offer with the highest quality wins. If two offers have the same quality, the
 * offer whose range comes first in the header wins. If they also have the same range, the offer that comes first in the
 * list wins.
 */
public final class AcceptHeader {

    private static final Pattern QUALITY = Pattern.compile("0(\\.[0-9]*)?|1(\\.0*)?");
    private static final int MAX_LENGTH = 4_000;

    private final List<Range> ranges;

    private AcceptHeader(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Reads a header. A header that is null, blank or longer than 4,000 characters accepts everything. */
    public static AcceptHeader parse(String header) {
        String text = header == null || header.isBlank() || header.length() > MAX_LENGTH ? "*/*" : header;
        return new AcceptHeader(split(text.toLowerCase(Locale.ROOT), ',').stream()
                .map(Range::parse)
                .toList());
    }

    private static List<String> split(String text, char sign) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == sign && !quoted) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    /**
     * Returns the offer that the header prefers; empty if the header accepts no offer.
     *
     * @param mediaType returns the media type of an offer; if the media type has a parameter {@code version}, the
     *     header must accept this version
     */
    public <T> Optional<T> best(List<T> offers, Function<T, String> mediaType) {
        return offers.stream()
                .map(offer -> OfferQuality.of(offer, Range.parse(mediaType.apply(offer)), ranges))
                .flatMap(Optional::stream)
                .filter(liking -> liking.quality > 0)
                .min(Comparator.comparingInt((OfferQuality<T> liking) -> -liking.quality)
                        .thenComparingInt(OfferQuality::place))
                .map(OfferQuality::offer);
    }

    /**
     * Chooses the format of a reply: the format that the parameter {@code format} names, otherwise the format that the
     * header prefers.
     *
     * @param word returns the value of the parameter that names a format
     * @param format the parameter, or null
     * @param accept the header, or null
     * @throws ProblemException 400 if the parameter names no format; 406 if the header accepts no format
     */
    public static <T> T choose(
            List<T> formats, Function<T, String> word, Function<T, String> mediaType, String format, String accept) {
        if (format == null) {
            return parse(accept)
                    .best(formats, mediaType)
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.NOT_ACCEPTABLE,
                            "This is available as "
                                    + String.join(
                                            ", ",
                                            formats.stream().map(mediaType).toList())
                                    + "."));
        }
        List<String> words = formats.stream().map(word).toList();
        int place = words.indexOf(format);
        if (place < 0) {
            throw ProblemException.parameter(
                    "format", format, "Choose one of these formats: " + String.join(", ", words) + ".", words);
        }
        return formats.get(place);
    }

    /**
     * The quality that the header gives to an offer.
     *
     * @param place the position in the header of the range that gives the quality, from 0
     */
    private record OfferQuality<T>(T offer, int quality, int place) {

        static <T> Optional<OfferQuality<T>> of(T offer, Range offered, List<Range> ranges) {
            return IntStream.range(0, ranges.size())
                    .boxed()
                    .filter(place -> ranges.get(place).precision(offered) > 0)
                    .max(Comparator.comparingInt(
                                    (Integer place) -> ranges.get(place).precision(offered))
                            .thenComparing(Comparator.reverseOrder()))
                    .map(place -> new OfferQuality<>(offer, ranges.get(place).quality, place));
        }
    }

    /**
     * The media type of an offer, or a range of media types from the header.
     *
     * @param version the parameter {@code version}; empty if there is none
     * @param quality the parameter {@code q} times 1000, so from 0 to 1000
     */
    private record Range(String type, String version, int quality) {

        private static final int MOST = 1_000;

        static Range parse(String text) {
            List<String> parts = split(text, ';');
            String version = "";
            int quality = MOST;
            for (String parameter : parts.subList(1, parts.size())) {
                if (parameter.startsWith("version=")) {
                    version = parameter.substring(8).replace("\"", "");
                } else if (parameter.startsWith("q=")) {
                    quality = quality(parameter.substring(2));
                }
            }
            return new Range(parts.get(0), version, quality);
        }

        /** Reads a quality. A quality that is not valid counts as the highest. */
        private static int quality(String text) {
            return QUALITY.matcher(text).matches()
                    ? new BigDecimal(text).movePointRight(3).intValue()
                    : MOST;
        }

        /**
         * Returns how precisely this range names an offered type, from 1 to 3; 0 if the range does not match the type.
         */
        int precision(Range offered) {
            if (type.equals(offered.type)) {
                return hasVersion(offered.version) ? 3 : 0;
            }
            if (type.endsWith("/*") && offered.type.startsWith(type.substring(0, type.length() - 1))) {
                return 2;
            }
            return type.equals("*/*") ? 1 : 0;
        }

        /**
         * Returns whether an offered version matches this range. The ranges 2 and 2.0 both match the version 2.0; a
         * range or an offer without a version matches every version.
         */
        private boolean hasVersion(String offered) {
            return version.isEmpty() || offered.isEmpty() || (offered + ".").startsWith(version + ".");
        }
    }
}
