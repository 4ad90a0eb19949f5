/**
 * Describes all failures in one way: RFC 9457 problems, all their types, and the only exception mapper. Services throw
 * {@code ProblemException}; no resource catches exceptions.
 *
 * <p>The mapper takes the body from the {@code ProblemRenderer} that covers the path (SDMX, website), otherwise from
 * the API's renderer. Other packages list their own problem types in a bean of type {@code ProblemTypes}, so that the
 * addresses of the types resolve.
 */
package org.tipstats.platform.problem;
