package org.tipstats.platform.problem;

import java.util.List;

/** Misuse of the service, or a state that forbids a request; answered with its problem, never a fault of the program. */
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

    /** 400: a query parameter or header is not valid. */
    public static ProblemException parameter(String name, Object value, String message, List<String> suggestions) {
        return new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, message)
                .error(InputError.parameter(name, value, message, suggestions)));
    }

    /** 400: the JSON body has these faults. */
    public static ProblemException body(List<InputError> faults) {
        return new ProblemException(
                Problem.of(ProblemType.INVALID_BODY, faults.get(0).message()).errors(faults));
    }

    /** 404, in the same words whether the object is unknown or not the caller's to see. */
    public static ProblemException notFound(String what) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no " + what + " with this id.");
    }

    public Problem problem() {
        return problem;
    }
}
