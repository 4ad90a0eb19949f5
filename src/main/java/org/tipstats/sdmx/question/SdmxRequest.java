package org.tipstats.sdmx.question;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.sdmx.artefact.StructureMessage.ReaderLanguages;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * A request as the client sent it. This class decodes the URL itself, because web frameworks change characters that the
 * standard needs. For example, a plus stays a plus in paths and in queries.
 *
 * @param path the segments of the path after the entry point, without empty segments at the end
 * @param parameters the parameters by name; unknown parameters are ignored, as clients of many services expect
 * @param headers returns the value of a header, or null if it is absent
 * @param address the path and the query as the client sent them
 * @param root the public address of the service if one is set, else the scheme, host and port of the URL
 */
public record SdmxRequest(
        RestVersion surface,
        List<String> path,
        Map<String, String> parameters,
        UnaryOperator<String> headers,
        String address,
        String root) {

    /** Parses a request. Throws 400 if the URL cannot be decoded or contains a parameter twice. */
    public static SdmxRequest of(
            RestVersion surface, String rawPath, String rawQuery, UnaryOperator<String> headers, String root) {
        List<String> path = new ArrayList<>();
        for (String segment : rawPath.substring(surface.entry().length()).split("/")) {
            path.add(decode(segment));
        }
        // Some clients end the entry point with a slash and then send two slashes, so the first segment is empty.
        while (!path.isEmpty() && path.get(0).isEmpty()) {
            path.remove(0);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery == null ? new String[0] : rawQuery.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!name.isEmpty() && parameters.putIfAbsent(name, value) != null) {
                throw SdmxProblems.syntax(name, value, "\"" + name + "\" is given twice.");
            }
        }
        String address = rawQuery == null ? rawPath : rawPath + "?" + rawQuery;
        return new SdmxRequest(
                surface, List.copyOf(path), Collections.unmodifiableMap(parameters), headers, address, root);
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] sent = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(sent.length);
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] == '%') {
                int high = i + 2 < sent.length ? Character.digit(sent[i + 1], 16) : -1;
                int low = i + 2 < sent.length ? Character.digit(sent[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw SdmxProblems.syntax(
                            "address", text, "A percent sign must be followed by two hexadecimal digits.");
                }
                bytes.put((byte) (high * 16 + low));
                i += 2;
            } else {
                bytes.put(sent[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw SdmxProblems.syntax("address", null, "The address is not text encoded as UTF-8.");
        }
    }

    /** Returns a segment of the path, or the default if the segment is missing or empty. */
    public String segment(int index, String otherwise) {
        return index < path.size() && !path.get(index).isEmpty() ? path.get(index) : otherwise;
    }

    /** Throws 400 if the path has more segments than this number. */
    public void requireAtMost(int segments) {
        if (path.size() > segments) {
            throw SdmxProblems.syntax("path", path.get(segments), "The path has too many parts.");
        }
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    /** Returns the languages that the reader wants; all languages if the request names none. */
    public ReaderLanguages languages() {
        String requested = headers.apply("Accept-Language");
        boolean all = parameter("lang").isEmpty()
                && (requested == null
                        || requested.isBlank()
                        || requested.strip().startsWith("*"));
        String best = all
                ? LocalText.LANGUAGES.get(0)
                : new LanguageParameters(parameter("lang").orElse(null), requested).chosen();
        return new ReaderLanguages(best, all);
    }

    /** A version of the REST interface. */
    public enum RestVersion {
        V1("/sdmx/v1"),
        V2("/sdmx/v2");

        private final String entry;

        RestVersion(String entry) {
            this.entry = entry;
        }

        /** Returns the path with which the paths of all requests to this version begin. */
        public String entry() {
            return entry;
        }

        public static Optional<RestVersion> of(String path) {
            return Arrays.stream(values())
                    .filter(surface -> path.equals(surface.entry) || path.startsWith(surface.entry + "/"))
                    .findFirst();
        }
    }
}
