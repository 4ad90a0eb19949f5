package org.tipstats.platform.problem;

/** The form in which one surface of the service (SDMX, website) shows problems; a bean. The API's form is the default. */
public interface ProblemRenderer {

    /** Whether requests to this path get this form. */
    boolean covers(String path);

    /** The body to send; status and headers are the mapper's business. Must not fail. */
    Rendering render(Problem problem, FailedRequest request);
}
