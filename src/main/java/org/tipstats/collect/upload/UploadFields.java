package org.tipstats.collect.upload;

import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.validate.findings.ValidationReport.FileInfo;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Reads the parameters and headers of an upload. */
public final class UploadFields {

    /** The media type of Excel workbooks. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The media types of files, as one value of {@code @Consumes}. */
    public static final String MEDIA_TYPES =
            "text/csv, application/csv, text/tab-separated-values, application/vnd.sdmx.data+csv,"
                    + " application/vnd.ms-excel, " + XLSX + ", application/vnd.oasis.opendocument.spreadsheet,"
                    + " application/vnd.sdmx.genericdata+xml, application/vnd.sdmx.structurespecificdata+xml,"
                    + " application/vnd.sdmx.data+xml, application/vnd.sdmx.data+json, application/xml, text/xml";

    private static final int MAX_DISPOSITION = 2_000;
    private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=(?:\"((?:\\\\\"|[^\"])*)\"|([^;\\s]+))");
    private static final Pattern ENCODED_NAME = Pattern.compile("(?i)filename\\*=UTF-8''([^;\\s]+)");

    private UploadFields() {}

    /**
     * Returns the dataflow that the parameter names.
     *
     * @throws ProblemException 400 if the dataflow is missing, unknown, or takes no files
     */
    public static Dataflow dataflow(SchemaRegistry schemas, String id) {
        if (id == null) {
            throw withoutDataflow(schemas);
        }
        List<String> known = submitted(schemas);
        Dataflow dataflow = schemas.dataflow(id)
                .orElseThrow(() -> ProblemException.parameter(
                        "dataflow", id, "There is no dataflow \"" + id + "\".", suggestions(id, known)));
        requireSubmitted(dataflow);
        return dataflow;
    }

    /** Returns the problem of a request whose dataflow is not known. */
    public static ProblemException withoutDataflow(SchemaRegistry schemas) {
        return ProblemException.parameter(
                "dataflow", null, "Name the dataflow of the file in \"dataflow\".", submitted(schemas));
    }

    private static List<String> submitted(SchemaRegistry schemas) {
        return schemas.submitted().stream().map(Dataflow::id).toList();
    }

    /**
     * Refuses with 400 a dataflow that takes no files. The answer lists the dataflows from which this dataflow is
     * computed.
     */
    public static void requireSubmitted(Dataflow dataflow) {
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

    /**
     * Returns the code of a source.
     *
     * @throws ProblemException 400 if the source is unknown
     */
    public static String source(SchemaRegistry schemas, String code) {
        List<String> known = schemas.codeIds(Mandate.CODES);
        if (!known.contains(code)) {
            throw ProblemException.parameter(
                    "source", code, "There is no source \"" + code + "\".", suggestions(code, known));
        }
        return code;
    }

    /**
     * Refuses a source that is not the source of the account. Accounts that do not submit, and callers who are not
     * signed in, may name any source.
     *
     * @param code null if the request names no source
     * @throws ProblemException 400 if the source is unknown; 403 if the account has another source
     */
    public static void requireSource(SchemaRegistry schemas, String code, Optional<Actor> actor) {
        String own = actor.filter(
                        someone -> someone.may(AccountRole.SUBMITTER) || someone.may(AccountRole.ADMINISTRATOR))
                .map(Actor::source)
                .orElse(code);
        if (code != null && !source(schemas, code).equals(own)) {
            throw ProblemException.forbidden("This account sends figures of " + own + ", not of " + code + ".");
        }
    }

    private static List<String> suggestions(String id, List<String> known) {
        List<String> near = WordSuggestions.near(id, known);
        return near.isEmpty() ? known : near;
    }

    /**
     * Returns how the rows of a file change the accepted figures.
     *
     * @param text the name of the mode; null for {@code merge}
     * @throws ProblemException 400 if there is no such mode
     */
    public static UploadMode mode(String text) {
        if (text == null) {
            return UploadMode.MERGE;
        }
        for (UploadMode mode : UploadMode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(text)) {
                return mode;
            }
        }
        throw ProblemException.parameter(
                "mode", text, "The mode must be merge or replace.", List.of("merge", "replace"));
    }

    /** Returns the file name in a Content-Disposition header, or null. */
    public static String fileName(String disposition) {
        if (disposition == null || disposition.length() > MAX_DISPOSITION) {
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

    /** Returns a name for a file that was sent without a name. The name has the ending of the file's format. */
    public static String defaultName(FileInfo file) {
        return "submission."
                + switch (file.format()) {
                    case "sdmx-ml" -> "xml";
                    case "gzip" -> "gz";
                    case "sdmx-json" -> "json";
                    case "empty", "protected", "binary" -> "bin";
                    default -> file.format();
                };
    }

    /** Returns a Content-Disposition header for a download under a name in any script (RFC 6266). */
    static String disposition(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._ -]", "_") + "\"; filename*=UTF-8''" + encoded;
    }

    /**
     * Returns the only file of a form.
     *
     * @throws ProblemException 400 if the form has no file or several
     */
    public static <T> T file(List<T> files) {
        if (files == null || files.isEmpty()) {
            throw ProblemException.body("/file", null, "The form has no part \"file\" with the file.", List.of("file"));
        }
        if (files.size() > 1) {
            throw ProblemException.body(
                    "/file", null, "The form has " + files.size() + " files. Send them one by one.");
        }
        return files.get(0);
    }

    /**
     * A received file as it is stored.
     *
     * @param content the bytes, which are read from the database
     */
    public record StoredFile(String name, String mediaType, InputStream content) {

        /** Creates a file that is sent as bytes, whatever its format. */
        public StoredFile(String name, InputStream content) {
            this(name, MediaType.APPLICATION_OCTET_STREAM, content);
        }

        /** Returns the Content-Disposition header for a download under the file's name. */
        public String disposition() {
            return UploadFields.disposition(name);
        }
    }
}
