package org.tipstats.submission;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.access.Actor;
import org.tipstats.access.Mandate;
import org.tipstats.access.Role;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.problem.Suggestions;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;

/** Reads what comes with an upload besides its bytes. */
final class UploadFields {

    /** The media type of workbooks. */
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The media type of OpenDocument spreadsheets. */
    static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    private static final int LONGEST_DISPOSITION = 2_000;
    private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=(?:\"((?:\\\\\"|[^\"])*)\"|([^;\\s]+))");
    private static final Pattern ENCODED_NAME = Pattern.compile("(?i)filename\\*=UTF-8''([^;\\s]+)");

    private UploadFields() {}

    /** The dataflow that the parameter names; 400 when it is missing, unknown, or takes no files. */
    static Dataflow dataflow(SchemaRegistry schemas, String id) {
        List<String> known = schemas.submitted().stream().map(Dataflow::id).toList();
        if (id == null) {
            throw ProblemException.parameter("dataflow", null, "Name the dataflow of the file in \"dataflow\".", known);
        }
        Dataflow dataflow = schemas.dataflow(id)
                .orElseThrow(() -> ProblemException.parameter(
                        "dataflow", id, "There is no dataflow \"" + id + "\".", suggestions(id, known)));
        requireSubmitted(dataflow);
        return dataflow;
    }

    /** 400 for a dataflow that takes no files, with those that it is computed from. */
    static void requireSubmitted(Dataflow dataflow) {
        if (dataflow.isDerived()) {
            List<String> sources =
                    dataflow.derivation().sources().values().stream().sorted().toList();
            throw ProblemException.parameter(
                    "dataflow",
                    dataflow.id(),
                    dataflow.id() + " accepts no files: it is computed from the published figures of "
                            + String.join(" and ", sources) + ".",
                    sources);
        }
    }

    /** The code of a source; 400 when there is none such. */
    static String source(SchemaRegistry schemas, String code) {
        List<String> known = schemas.codeIds(Mandate.CODES);
        if (!known.contains(code)) {
            throw ProblemException.parameter(
                    "source", code, "There is no source \"" + code + "\".", suggestions(code, known));
        }
        return code;
    }

    /**
     * Makes sure that a file comes from the source that it is said to come from, which is that of the account: 400 for a
     * source that is none, 403 for another one. Who is not signed in, or sends nothing, only tries.
     *
     * @param code null where nothing is said
     */
    static void requireSource(SchemaRegistry schemas, String code, Optional<Actor> actor) {
        String own = actor.filter(someone -> someone.may(Role.SUBMITTER) || someone.may(Role.ADMINISTRATOR))
                .map(Actor::source)
                .orElse(code);
        if (code != null && !source(schemas, code).equals(own)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "This account sends figures of " + own + ", not of " + code + ".");
        }
    }

    private static List<String> suggestions(String id, List<String> known) {
        List<String> near = Suggestions.near(id, known);
        return near.isEmpty() ? known : near;
    }

    static Mode mode(String text) {
        if (text == null) {
            return Mode.MERGE;
        }
        for (Mode mode : Mode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(text)) {
                return mode;
            }
        }
        throw ProblemException.parameter(
                "mode", text, "The mode must be merge or replace.", List.of("merge", "replace"));
    }

    /** The file name in a Content-Disposition header, or null. */
    static String fileName(String disposition) {
        if (disposition == null || disposition.length() > LONGEST_DISPOSITION) {
            return null;
        }
        Matcher encoded = ENCODED_NAME.matcher(disposition);
        if (encoded.find()) {
            try {
                return URLDecoder.decode(encoded.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        Matcher plain = FILE_NAME.matcher(disposition);
        if (!plain.find()) {
            return null;
        }
        return plain.group(1) == null ? plain.group(2) : plain.group(1).replace("\\\"", "\"");
    }

    /** A Content-Disposition that saves a file under its name, in whatever script (RFC 6266). */
    static String disposition(String fileName) {
        String name = fileName == null ? "submission.csv" : fileName;
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._ -]", "_") + "\"; filename*=UTF-8''" + encoded;
    }
}
