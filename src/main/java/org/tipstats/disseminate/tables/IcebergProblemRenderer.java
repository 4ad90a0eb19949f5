package org.tipstats.disseminate.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemRenderer;
import org.tipstats.platform.problem.ProblemType;

/** Writes problems of the catalogue of open tables as errors in the form of Iceberg's REST specification. */
@Singleton
record IcebergProblemRenderer(ObjectMapper json) implements ProblemRenderer {

    @Override
    public boolean covers(FailedRequest request) {
        return request.path().startsWith(IcebergResource.PATH + "/");
    }

    @Override
    public RenderedProblem render(Problem problem, FailedRequest request) {
        ErrorReply reply = new ErrorReply(new ErrorModel(problem.detail(), type(problem), problem.status()));
        return new RenderedProblem("application/json", Uncheck.get(() -> json.writeValueAsBytes(reply)));
    }

    private static Object type(Problem problem) {
        return problem.members()
                .getOrDefault(
                        IcebergProblems.MEMBER,
                        switch (problem.status()) {
                            case 401 -> "NotAuthorizedException";
                            case 404 -> "NotFoundException";
                            case 405, 406, 501 -> "UnsupportedOperationException";
                            case 429, 503 -> "ServiceUnavailableException";
                            case 500 -> "InternalServerError";
                            default -> "BadRequestException";
                        });
    }

    private record ErrorReply(ErrorModel error) {}

    private record ErrorModel(String message, Object type, int code) {}

    /** The reasons why the catalogue answers "not found". Clients distinguish the reasons by the type of the error. */
    enum IcebergProblems {
        OFF("RESTException", "This service publishes no open tables."),
        NO_NAMESPACE("NoSuchNamespaceException", "There is no such namespace."),
        NO_TABLE("NoSuchTableException", "There is no such table in the public releases.");

        /** The member of a problem that contains the type of the error. */
        static final String MEMBER = "icebergType";

        private final String type;
        private final String message;

        IcebergProblems(String type, String message) {
            this.type = type;
            this.message = message;
        }

        ProblemException problem() {
            return new ProblemException(
                    Problem.of(ProblemType.NOT_FOUND, message).with(MEMBER, type));
        }
    }
}
