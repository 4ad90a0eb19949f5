package org.tipstats.disseminate.tables;

import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/** What the catalogue may not find. Clients tell these apart by the type of the error. */
enum IcebergProblems {
    OFF("RESTException", "This service publishes no open tables."),
    NO_NAMESPACE("NoSuchNamespaceException", "There is no such namespace."),
    NO_TABLE("NoSuchTableException", "There is no such table in the public releases.");

    /** The member of a problem that has the type. */
    static final String MEMBER = "icebergType";

    private final String type;
    private final String message;

    IcebergProblems(String type, String message) {
        this.type = type;
        this.message = message;
    }

    ProblemException problem() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, message).with(MEMBER, type));
    }
}
