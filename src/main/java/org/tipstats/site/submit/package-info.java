/**
 * The upload desk: submit a file, read its report, explain its warnings, and follow it to the decision.
 *
 * <p>These pages call the services of {@code collect}, as the API does. The services decide what a person may see.
 */
package org.tipstats.site.submit;
