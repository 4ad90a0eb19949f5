package org.tipstats.disseminate.query;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.disseminate.format.DataStyle;
import org.tipstats.disseminate.format.DataStyle.LabelStyle;
import org.tipstats.disseminate.format.Format;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;

/**
 * A request for data, read from its parameters and headers.
 *
 * @param terms the terms of use of the requested data
 * @param limit largest number of observations in the reply; null if there is no limit
 * @param offset number of observations to skip
 * @param keeping whether and how long caches may store the reply
 */
public record DataRequest(
        ReleaseReference release,
        Terms terms,
        DataQuery query,
        Format format,
        DataStyle style,
        Integer limit,
        int offset,
        CachePolicy keeping) {

    /** Parameters that control how data is written. They do not change which data is selected. */
    static final Set<String> STYLE_PARAMETERS = Set.of("labels", "lang", "format", "header", "raw", "bom", "partition");

    /** Parameters that are not components of the structure. */
    static final Set<String> OTHER_PARAMETERS = Stream.concat(
                    STYLE_PARAMETERS.stream(), Stream.of("release", "asOf", "limit", "cursor"))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Returns the largest number of observations in the reply. Without a limit in the request, JSON has pages of the
     * default size, and a file in another format is complete (null).
     */
    static Integer limit(Format format, String text) {
        return text == null && format != Format.JSON
                ? null
                : PageRequest.of(text, null).limit();
    }

    /** Returns the number of observations that come before the page of a cursor. */
    static int offset(String cursor) {
        return PageRequest.of(null, cursor).offset();
    }

    static Format format(Map<String, List<String>> parameters, String accept) {
        boolean plain = isGiven(parameters, "header", "plain");
        boolean byYear = isGiven(parameters, "partition", "year");
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
                            WordSuggestions.near(word, Format.words())));
        }
        return Format.accepted(accept)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "Data are available as " + String.join(", ", Format.mediaTypes()) + "."));
    }

    /**
     * Returns whether a parameter is given. Refuses every value except the only allowed value.
     *
     * @return whether the parameter is given
     * @throws ProblemException with status 400 if the parameter has another value
     */
    private static boolean isGiven(Map<String, List<String>> parameters, String name, String only) {
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

    /** Returns a key for caches and entity tags. Requests with the same key have the same reply. */
    public String canonical() {
        boolean speaks = style.labels() != LabelStyle.ID || format.hasNotes();
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

    /**
     * The URL of a request for data, from which the URL of the next page is made.
     *
     * @param path the path as the client sent it, still encoded
     * @param query the query as the client sent it, still encoded; null if there is none
     * @param pinned whether the path itself determines the release
     */
    public record PageAddress(String path, String query, boolean pinned) {

        /** Parameters that the URL of the next page does not copy: this class removes them or sets new values. */
        static final Set<String> NEXT_PAGE_PARAMETERS = Set.of("release", "asOf", "cursor");

        public static PageAddress of(URI address) {
            return new PageAddress(address.getRawPath(), address.getRawQuery(), false);
        }

        /**
         * Returns path and query of the next page. The path or the query names the release, so that all pages come from
         * the same release even if another release is published meanwhile.
         */
        public String next(String release, int offset) {
            List<String> parts = new ArrayList<>();
            if (query != null) {
                for (String part : query.split("&")) {
                    String name = URLDecoder.decode(part.split("=", 2)[0], StandardCharsets.UTF_8);
                    if (!part.isEmpty() && !NEXT_PAGE_PARAMETERS.contains(name)) {
                        parts.add(part);
                    }
                }
            }
            if (!pinned) {
                parts.add("release=" + release);
            }
            parts.add("cursor=" + PageRequest.encode(Integer.toString(offset)));
            return path + "?" + String.join("&", parts);
        }
    }
}
