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

/**
 * What an {@code Accept} header likes (RFC 9110, 12.5.1). The quality of an offer is that of the range that names it most
 * precisely; among offers of equal quality the one whose range comes first wins, then the one offered first.
 */
public final class AcceptHeader {

    private static final Pattern QUALITY = Pattern.compile("0(\\.[0-9]*)?|1(\\.0*)?");
    private static final int LONGEST = 4_000;

    private final List<Range> ranges;

    private AcceptHeader(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Reads a header; one that is absent, empty or of absurd length likes everything. */
    public static AcceptHeader parse(String header) {
        String text = header == null || header.isBlank() || header.length() > LONGEST ? "*/*" : header;
        return new AcceptHeader(split(text.toLowerCase(Locale.ROOT), ',').stream()
                .map(Range::parse)
                .toList());
    }

    /** Splits at a sign, but not inside quotation marks. */
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
     * The offer that it likes best; empty when it takes none.
     *
     * @param mediaType of an offer; its parameter {@code version}, where it has one, must be the one that is asked for
     */
    public <T> Optional<T> best(List<T> offers, Function<T, String> mediaType) {
        return offers.stream()
                .map(offer -> Liking.of(offer, Range.parse(mediaType.apply(offer)), ranges))
                .flatMap(Optional::stream)
                .filter(liking -> liking.quality > 0)
                .min(Comparator.comparingInt((Liking<T> liking) -> -liking.quality)
                        .thenComparingInt(Liking::place))
                .map(Liking::offer);
    }

    /** What the header says about one offer. @param place of the range that says it, from 0 */
    private record Liking<T>(T offer, int quality, int place) {

        static <T> Optional<Liking<T>> of(T offer, Range offered, List<Range> ranges) {
            return IntStream.range(0, ranges.size())
                    .boxed()
                    .filter(place -> ranges.get(place).precision(offered) > 0)
                    .max(Comparator.comparingInt(
                                    (Integer place) -> ranges.get(place).precision(offered))
                            .thenComparing(Comparator.reverseOrder()))
                    .map(place -> new Liking<>(offer, ranges.get(place).quality, place));
        }
    }

    /** A media type or range. @param version empty where it has none @param quality from 0 to 1000 */
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

        /** A quality that is none counts as the best. */
        private static int quality(String text) {
            return QUALITY.matcher(text).matches()
                    ? new BigDecimal(text).movePointRight(3).intValue()
                    : MOST;
        }

        /** How precisely it names an offered type; 0 when it doesn't. */
        int precision(Range offered) {
            if (type.equals(offered.type)) {
                return hasVersion(offered.version) ? 3 : 0;
            }
            if (type.endsWith("/*") && offered.type.startsWith(type.substring(0, type.length() - 1))) {
                return 2;
            }
            return type.equals("*/*") ? 1 : 0;
        }

        /** Whether a version is the one wanted: 2.0 is wanted by who says 2.0 or 2, and any by who says none. */
        private boolean hasVersion(String offered) {
            return version.isEmpty() || offered.isEmpty() || (offered + ".").startsWith(version + ".");
        }
    }
}
