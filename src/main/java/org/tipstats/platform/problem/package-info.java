/**
 * Describes all failures in one way: RFC 9457 problems, all their types, and the only exception mapper. All parts of
 * the service throw {@code ProblemException}, and resources let it pass.
 *
 * <p>The mapper takes the body from the {@code ProblemRenderer} that covers the request (for example SDMX or website),
 * otherwise from the API's renderer. A part of the service that has its own problem types lists them in a bean of type
 * {@code ProblemTypes}. Otherwise the URLs of these types would lead to no page.
 */
package org.tipstats.platform.problem;
