package org.tipstats.platform.problem;

import java.util.List;

/**
 * Reports misuse of the service, or a state that forbids a request. The service answers the request with the problem
 * that the exception contains. A bug must not be reported in this way.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.type().slug() + ": " + problem.detail());
        this.problem = problem;
    }

    public ProblemException(ProblemType type, String detail) {
        this(Problem.of(type, detail));
    }

    /** Makes a problem with status 400: a query parameter or header is not valid. */
    public static ProblemException parameter(String name, Object value, String message, List<String> suggestions) {
        return parameters(List.of(InputError.parameter(name, value, message, suggestions)));
    }

    private static ProblemException parameters(List<InputError> faults) {
        return new ProblemException(
                Problem.of(ProblemType.INVALID_PARAMETER, faults.get(0).message())
                        .errors(faults));
    }

    /** Makes a problem with status 400: the JSON body has these faults. */
    public static ProblemException body(List<InputError> faults) {
        return new ProblemException(
                Problem.of(ProblemType.INVALID_BODY, faults.get(0).message()).errors(faults));
    }

    /** Makes a problem with status 400: the JSON body has one fault. */
    public static ProblemException body(String pointer, Object value, String message) {
        return body(pointer, value, message, List.of());
    }

    /**
     * Makes a problem with status 400: the JSON body has one fault.
     *
     * @param suggestions values that the caller may write instead
     */
    public static ProblemException body(String pointer, Object value, String message, List<String> suggestions) {
        return body(List.of(InputError.pointer(pointer, value, message, suggestions)));
    }

    /** Throws a problem with status 400 if the query parameters have faults. */
    public static void requireNoParameterFaults(List<InputError> faults) {
        if (!faults.isEmpty()) {
            throw parameters(faults);
        }
    }

    /** Throws a problem with status 400 if the JSON body has faults. */
    public static void requireNone(List<InputError> faults) {
        if (!faults.isEmpty()) {
            throw body(faults);
        }
    }

    /**
     * Makes a problem with status 404. The text does not show whether the object does not exist or the caller may not
     * see it.
     */
    public static ProblemException notFound(String what) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no " + what + " with this id.");
    }

    /** Makes a problem with status 409: the state of the object does not allow the request. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(ProblemType.CONFLICT, detail);
    }

    /** Makes a problem with status 403: the caller may not do this. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(ProblemType.FORBIDDEN, detail);
    }

    public Problem problem() {
        return problem;
    }
}
