package org.tipstats.platform.problem;

/**
 * Renders problems for one surface of the service (SDMX or website). Implementations are beans. The API's renderer is
 * the default.
 */
public interface ProblemRenderer {

    /** Returns whether this renderer answers requests to a path. */
    boolean covers(String path);

    /** Returns the body to send. The mapper sets status and headers. This method must not fail. */
    RenderedProblem render(Problem problem, FailedRequest request);
}
