/**
 * Describes all failures in one way: RFC 9457 problems, all their types, and the only exception mapper. Every
 * capability throws {@link org.tipstats.platform.problem.ProblemException}; no resource catches exceptions.
 *
 * <p>Imports none of the pure packages; every capability may import it. The mapper takes the body from the
 * {@link org.tipstats.platform.problem.ProblemRenderer} that covers the path (SDMX, website), otherwise from the API's renderer.
 * A capability with its own problem types lists them in a bean of type {@link org.tipstats.platform.problem.ProblemTypes}, so
 * that their addresses resolve.
 *
 * <p>Public: {@code ProblemException}, {@code Problem}, {@code ProblemType}, {@code ProblemTypes},
 * {@code ProblemCatalogue}, {@code InputError}, {@code Suggestions}, {@code ProblemRenderer} with {@code FailedRequest}
 * and {@code Rendering}, {@code RequestId}; {@code ApiProblemRenderer} for problems that become a reply later.
 */
package org.tipstats.platform.problem;
