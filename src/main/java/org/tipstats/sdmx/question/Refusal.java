package org.tipstats.sdmx.question;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.ProblemTypes;
import org.tipstats.vocabulary.schema.Dataflow;

/** Makes the problems with which requests are refused, and maps them to the error codes of the standard. */
@Singleton
public class Refusal implements ProblemTypes {

    static final int NO_RESULTS = 100;
    static final int UNAUTHORIZED = 110;
    static final int TOO_LARGE = 130;
    static final int SYNTAX = 140;
    static final int SEMANTICS = 150;
    static final int INTERNAL = 500;
    static final int NOT_IMPLEMENTED = 501;
    static final int UNAVAILABLE = 503;

    private static final String REMEDY =
            "Compare the names in the request with the data structure, which /sdmx/v1/dataflow/all/all/latest leads to.";

    /** Version 1 of the standard answers semantic errors with 403, which otherwise means that access is denied. */
    private static final ProblemType MEANINGLESS_V1 =
            new ProblemType("sdmx-semantic-error", "The request has no meaning for these data", 403, REMEDY);

    private static final ProblemType MEANINGLESS_V2 =
            new ProblemType("sdmx-not-processable", "The request has no meaning for these data", 422, REMEDY);

    private static final ProblemType NOTHING_FOUND = new ProblemType(
            "sdmx-no-results",
            "There is nothing that matches",
            404,
            "Ask for more, or see with /sdmx/v1/availableconstraint what there is.");

    private static final ProblemType BEYOND = new ProblemType(
            "sdmx-range-beyond-the-end",
            "The range begins behind the last observation",
            416,
            "Ask for a range that begins with a smaller number; the first observation is number 0.");

    @Override
    public List<ProblemType> types() {
        return List.of(MEANINGLESS_V1, MEANINGLESS_V2, NOTHING_FOUND, BEYOND);
    }

    /** Returns the error code of the standard for a type of problem. */
    public static int code(ProblemType type) {
        if (type.slug().equals(MEANINGLESS_V1.slug()) || type.slug().equals(MEANINGLESS_V2.slug())) {
            return SEMANTICS;
        }
        return switch (type.status()) {
            case 404 -> NO_RESULTS;
            case 401, 403 -> UNAUTHORIZED;
            case 413, 414 -> TOO_LARGE;
            case 422 -> SEMANTICS;
            case 501 -> NOT_IMPLEMENTED;
            case 503, 429 -> UNAVAILABLE;
            default -> type.status() >= 500 ? INTERNAL : SYNTAX;
        };
    }

    /** Returns a 400 for a part of the address that does not follow the syntax of the standard. */
    public static ProblemException syntax(String parameter, String value, String message) {
        return ProblemException.parameter(parameter, value, message, List.of());
    }

    /**
     * Returns a 403 (version 1) or 422 (version 2) for a valid request that names something that these data do not
     * have.
     */
    public static ProblemException semantics(Surface surface, String message) {
        return new ProblemException(surface == Surface.V1 ? MEANINGLESS_V1 : MEANINGLESS_V2, message);
    }

    public static ProblemException noResults(String message) {
        return new ProblemException(NOTHING_FOUND, message);
    }

    /** Returns a 416 for a range that contains no observation. */
    public static ProblemException beyond(String message) {
        return new ProblemException(BEYOND, message);
    }

    /** Returns a 413 for a query that selects several dataflows where only one is possible. */
    public static ProblemException several(List<Dataflow> flows) {
        return tooLarge("One dataflow at a time is answered here; this names "
                + flows.stream().map(Dataflow::id).collect(Collectors.joining(", "))
                + ". Data of several are given by version 2, in JSON of version 2 and in CSV.");
    }

    public static ProblemException tooLarge(String message) {
        return new ProblemException(ProblemType.TOO_LARGE, message);
    }
}
