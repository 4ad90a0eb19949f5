package org.tipstats.dissemination;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.citation.Terms;
import org.tipstats.format.DataStyle;
import org.tipstats.format.Format;
import org.tipstats.format.Labels;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.problem.Suggestions;
import org.tipstats.release.ReleaseReference;
import org.tipstats.web.Keeping;
import org.tipstats.web.PageRequest;

/**
 * A request for data, read from its parameters and headers.
 *
 * @param terms on which what is asked for may be used
 * @param limit the most observations, or null for all
 * @param offset how many to leave out
 * @param keeping how long the answer may be kept
 */
record DataRequest(
        ReleaseReference release,
        Terms terms,
        DataQuery query,
        Format format,
        DataStyle style,
        Integer limit,
        int offset,
        Keeping keeping) {

    /** Parameters that say how data is written, not which. */
    static final Set<String> STYLES = Set.of("labels", "lang", "format", "header", "raw", "bom", "partition");

    /** Parameters that are no components. */
    static final Set<String> RESERVED = Stream.concat(STYLES.stream(), Stream.of("release", "asOf", "limit", "cursor"))
            .collect(Collectors.toUnmodifiableSet());

    /** The limit that holds: files are whole unless one is given, JSON comes in pages. */
    static Integer limit(Format format, String text) {
        return text == null && format != Format.JSON
                ? null
                : PageRequest.of(text, null).limit();
    }

    /** How many observations come before those that a cursor stands for. */
    static int offset(String cursor) {
        return PageRequest.of(null, cursor).offset();
    }

    static Format format(Map<String, List<String>> parameters, String accept) {
        boolean plain = word(parameters, "header", "plain");
        boolean byYear = word(parameters, "partition", "year");
        Format format = named(first(parameters, "format"), accept);
        if (byYear && format != Format.PARQUET) {
            throw ProblemException.parameter(
                    "partition", "year", "Only Parquet is available in parts: add format=parquet.", List.of());
        }
        if (byYear) {
            return Format.PARQUET_BY_YEAR;
        }
        return plain && format == Format.CSV ? Format.PLAIN_CSV : format;
    }

    private static Format named(String word, String accept) {
        if (word != null) {
            return Format.named(word)
                    .orElseThrow(() -> ProblemException.parameter(
                            "format",
                            word,
                            "Choose one of these formats: " + String.join(", ", Format.words()) + ".",
                            Suggestions.near(word, Format.words())));
        }
        return Format.accepted(accept)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "Data are available as " + String.join(", ", Format.mediaTypes()) + "."));
    }

    /** Whether a parameter has the only value that it can have. */
    private static boolean word(Map<String, List<String>> parameters, String name, String only) {
        String text = first(parameters, name);
        if (text != null && !text.equals(only)) {
            throw ProblemException.parameter(
                    name, text, "\"" + name + "\" is " + only + " or left out.", List.of(only));
        }
        return text != null;
    }

    static boolean flag(Map<String, List<String>> parameters, String name) {
        String text = first(parameters, name);
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw ProblemException.parameter(
                name, text, "\"" + name + "\" must be true or false.", List.of("true", "false"));
    }

    static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.get(0);
    }

    /** Text that is equal for requests with equal answers: for caches and tags. */
    String canonical() {
        boolean speaks = style.labels() != Labels.ID || format.hasNotes();
        return String.join(
                "|",
                release.id(),
                release.contentHash(),
                query.canonical(),
                format.name(),
                format.hasNotes() ? terms.tag() : "",
                style.labels().name(),
                speaks ? style.language() : "",
                Boolean.toString(style.raw()),
                Boolean.toString(style.mark()),
                String.valueOf(limit),
                Integer.toString(offset));
    }
}
