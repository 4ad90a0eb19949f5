package org.tipstats.submission;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How a report is wanted. @param annotated the submitter's own file with what was found, instead of JSON */
record ReportForm(boolean annotated, String language) {

    static final String JSON = "application/json";
    static final String CSV = "text/csv";

    /** One part of an Accept header. */
    private record Range(String type, BigDecimal quality) {

        static Range parse(String text) {
            String[] parts = text.toLowerCase(Locale.ROOT).split(";");
            BigDecimal quality = Arrays.stream(parts)
                    .map(String::strip)
                    .filter(part -> part.matches("q=[0-9](\\.[0-9]{0,3})?"))
                    .map(part -> new BigDecimal(part.substring(2)))
                    .findFirst()
                    .orElse(BigDecimal.ONE);
            return new Range(parts.length == 0 ? "" : parts[0].strip(), quality);
        }
    }

    /** The form that an {@code Accept} header likes best, JSON where it takes anything; empty when it takes neither. */
    static Optional<ReportForm> accepted(String accept, String language) {
        return Arrays.stream((accept == null || accept.isBlank() ? JSON : accept).split(","))
                .map(Range::parse)
                .filter(range -> range.quality.signum() > 0)
                .sorted(Comparator.comparing(Range::quality).reversed())
                .flatMap(range -> matching(range.type, language).stream())
                .findFirst();
    }

    private static Optional<ReportForm> matching(String type, String language) {
        return switch (type) {
            case "*/*", "application/*", JSON -> Optional.of(new ReportForm(false, language));
            case "text/*", CSV -> Optional.of(new ReportForm(true, language));
            default -> Optional.empty();
        };
    }
}
