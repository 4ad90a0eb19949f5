/**
 * Describes all failures in one way: RFC 9457 problems, all their types, and the only exception mapper. Every
 * capability throws {@code ProblemException}; no resource catches exceptions.
 *
 * <p>The mapper takes the body from the {@code ProblemRenderer} that covers the path (SDMX, website), otherwise from
 * the API's renderer. A capability with its own problem types lists them in a bean of type {@code ProblemTypes}, so
 * that pages about these types exist.
 */
package org.tipstats.platform.problem;
