package org.tipstats.disseminate.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.platform.http.DataLimitConfig;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/**
 * Reads a query from a request body, for queries that are too long for a URL. The body is one JSON object with a member
 * for each parameter. A value is a text, a number, true or false, or a list of such values. A list means "or".
 */
public final class QueryBody {

    private static final int MAX_DEPTH = 4;
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(20)
                    .maxStringLength(DataLimitConfig.MOST_QUERY_BYTES)
                    .maxNameLength(200)
                    .build())
            .build();

    private final JsonParser parser;
    private final List<InputError> faults = new ArrayList<>();

    private QueryBody(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads the bytes of a body.
     *
     * @throws ProblemException with status 413 if there are more bytes than {@link DataLimitConfig#MOST_QUERY_BYTES}
     */
    static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(DataLimitConfig.MOST_QUERY_BYTES + 1);
        if (bytes.length > DataLimitConfig.MOST_QUERY_BYTES) {
            throw new ProblemException(Problem.of(
                            ProblemType.TOO_LARGE,
                            "A query may have at most " + DataLimitConfig.MOST_QUERY_BYTES + " bytes.")
                    .with("limit", DataLimitConfig.MOST_QUERY_BYTES));
        }
        return bytes;
    }

    /**
     * Reads the parameters of a body. Joins the values of a list with commas.
     *
     * @throws ProblemException with status 400 and a list of the faults if the body is not valid
     */
    public static Map<String, List<String>> parameters(InputStream body) throws IOException {
        try (JsonParser parser = JSON.createParser(bytes(body))) {
            QueryBody query = new QueryBody(parser);
            Map<String, List<String>> parameters = query.object();
            if (parser.nextToken() != null) {
                query.fault("", "The body has content after its end.");
            }
            if (!query.faults.isEmpty()) {
                throw ProblemException.body(query.faults);
            }
            return parameters;
        }
    }

    private Map<String, List<String>> object() throws IOException {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw ProblemException.body("", null, "The body must be an object with a member for each parameter.");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String value = parser.nextToken() == JsonToken.START_ARRAY ? list(name) : scalar(name);
            if (value != null) {
                parameters.put(name, List.of(value));
            }
        }
        return parameters;
    }

    private String list(String name) throws IOException {
        List<String> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(scalar(name));
        }
        if (values.isEmpty()) {
            fault(name, "An empty list selects nothing; leave the member out to select everything.");
        }
        return String.join(",", values);
    }

    private String scalar(String name) throws IOException {
        if (parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL) {
            String text = parser.getText();
            if (text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0) {
                fault(name, "This text contains NUL or half a character.");
            }
            return text;
        }
        fault(name, "This must be a text, a number, true, false or a list of these.");
        parser.skipChildren();
        return null;
    }

    private void fault(String name, String message) {
        if (faults.size() < CodeExpression.MAX_FAULTS) {
            String pointer = name.isEmpty() ? "" : "/" + name.replace("~", "~0").replace("/", "~1");
            faults.add(InputError.pointer(pointer, null, message));
        }
    }
}
