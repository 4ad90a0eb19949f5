/**
 * What goes wrong, said in one way: RFC 9457 problems, all their types, and the only exception mapper. Every capability throws {@link org.tipstats.platform.problem.ProblemException}; none catches in a resource.
 *
 * <p>Beside the pure packages in the order: it imports none of them, and every capability may import it. The mapper asks
 * the {@link org.tipstats.platform.problem.ProblemRenderer} that covers the path (SDMX, website) for the body; the API's own is
 * the one that remains. A capability that has problem types of its own lists them in a bean that is a
 * {@link org.tipstats.platform.problem.ProblemTypes}, so that their addresses resolve.
 *
 * <p>Public: {@code ProblemException}, {@code Problem}, {@code ProblemType}, {@code ProblemTypes},
 * {@code ProblemCatalogue}, {@code InputError},
 * {@code Suggestions}, {@code ProblemRenderer} with {@code FailedRequest} and {@code Rendering}, {@code RequestId}; {@code
 * ApiProblemRenderer} for what becomes a reply later.
 */
package org.tipstats.platform.problem;
