package org.tipstats.sdmx.question;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.ProblemType.ProblemTypes;
import org.tipstats.sdmx.question.SdmxRequest.RestVersion;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Makes the errors with which the service refuses requests. Also converts types of errors to the error codes of the
 * standard.
 */
@Singleton
public class SdmxProblems implements ProblemTypes {

    static final int NO_RESULTS = 100;
    static final int UNAUTHORIZED = 110;
    static final int TOO_LARGE = 130;
    static final int SYNTAX = 140;
    static final int SEMANTICS = 150;
    static final int INTERNAL = 500;
    static final int NOT_IMPLEMENTED = 501;
    static final int UNAVAILABLE = 503;

    private static final String REMEDY =
            "Compare the names in the request with the data structure; see /sdmx/v1/dataflow/all/all/latest.";

    /** Version 1 of the standard answers semantic errors with 403, which otherwise means that access is denied. */
    private static final ProblemType SEMANTIC_ERROR_V1 =
            new ProblemType("sdmx-semantic-error", "The request has no meaning for these data", 403, REMEDY);

    private static final ProblemType MEANINGLESS_V2 =
            new ProblemType("sdmx-not-processable", "The request has no meaning for these data", 422, REMEDY);

    private static final ProblemType NOTHING_FOUND = new ProblemType(
            "sdmx-no-results",
            "No matching results",
            404,
            "Widen the query, or see the available data in /sdmx/v1/availableconstraint.");

    private static final ProblemType RANGE_BEYOND_END = new ProblemType(
            "sdmx-range-beyond-the-end",
            "The range begins after the last observation",
            416,
            "Request a range that begins with a smaller number; the first observation is number 0.");

    @Override
    public List<ProblemType> types() {
        return List.of(SEMANTIC_ERROR_V1, MEANINGLESS_V2, NOTHING_FOUND, RANGE_BEYOND_END);
    }

    /** Returns the error code of the standard for a type of problem. */
    public static int code(ProblemType type) {
        if (type.slug().equals(SEMANTIC_ERROR_V1.slug()) || type.slug().equals(MEANINGLESS_V2.slug())) {
            return SEMANTICS;
        }
        return switch (type.status()) {
            case 404, 410 -> NO_RESULTS;
            case 401, 403 -> UNAUTHORIZED;
            case 413, 414 -> TOO_LARGE;
            case 422 -> SEMANTICS;
            case 501 -> NOT_IMPLEMENTED;
            case 503, 429 -> UNAVAILABLE;
            default -> type.status() >= 500 ? INTERNAL : SYNTAX;
        };
    }

    /** Returns a problem with status 400 for a part of the URL that does not follow the syntax of the standard. */
    public static ProblemException syntax(String parameter, String value, String message) {
        return ProblemException.parameter(parameter, value, message, List.of());
    }

    /**
     * Returns a problem with status 403 (version 1) or 422 (version 2). The problem means that the request has a valid
     * syntax, but names something that the data do not have.
     */
    public static ProblemException semantics(RestVersion surface, String message) {
        return new ProblemException(surface == RestVersion.V1 ? SEMANTIC_ERROR_V1 : MEANINGLESS_V2, message);
    }

    public static ProblemException noResults(String message) {
        return new ProblemException(NOTHING_FOUND, message);
    }

    /** Returns a problem with status 416 for a range that contains no observation. */
    public static ProblemException rangeNotSatisfiable(String message) {
        return new ProblemException(RANGE_BEYOND_END, message);
    }

    /**
     * Returns a problem with status 413 for a query that selects several dataflows, although only one dataflow is
     * possible.
     */
    public static ProblemException severalDataflows(List<Dataflow> flows) {
        return tooLarge("Only one dataflow at a time is possible here; this request names "
                + flows.stream().map(Dataflow::id).collect(Collectors.joining(", "))
                + ". For several, use version 2 with JSON of version 2 or CSV.");
    }

    public static ProblemException tooLarge(String message) {
        return new ProblemException(ProblemType.TOO_LARGE, message);
    }
}
