package org.tipstats.dissemination;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.release.ReleaseReference;
import org.tipstats.web.PageRequest;

/**
 * A request for data, read from its parameters and headers.
 *
 * @param limit the most observations, or null for all
 * @param offset how many to leave out
 * @param language of labels
 */
record DataRequest(
        ReleaseReference release,
        DataQuery query,
        Format format,
        Labels labels,
        String language,
        boolean raw,
        Integer limit,
        int offset) {

    /** Parameters that are no components. */
    static final Set<String> RESERVED =
            Set.of("release", "asOf", "labels", "lang", "format", "limit", "cursor", "header", "raw");

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
        String header = first(parameters, "header");
        if (header != null && !header.equals("plain")) {
            throw ProblemException.parameter("header", header, "The header is plain or left out.", List.of("plain"));
        }
        String word = first(parameters, "format");
        if (word != null) {
            return Format.named(word, header != null)
                    .orElseThrow(() -> ProblemException.parameter(
                            "format", word, "Formats are " + String.join(", ", Format.words()) + ".", Format.words()));
        }
        Format accepted = Format.accepted(accept)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "Data comes as application/json, text/csv or application/vnd.sdmx.data+csv;version=2.0.0."));
        return accepted == Format.CSV && header != null ? Format.PLAIN_CSV : accepted;
    }

    static boolean flag(Map<String, List<String>> parameters, String name) {
        String text = first(parameters, name);
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw ProblemException.parameter(name, text, "\"" + name + "\" is true or false.", List.of("true", "false"));
    }

    static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.get(0);
    }

    /** Text that is equal for requests with equal answers: for caches and tags. */
    String canonical() {
        return String.join(
                "|",
                release.id(),
                release.contentHash(),
                query.canonical(),
                format.name(),
                labels.name(),
                labels == Labels.ID ? "" : language,
                Boolean.toString(raw),
                String.valueOf(limit),
                Integer.toString(offset));
    }
}
