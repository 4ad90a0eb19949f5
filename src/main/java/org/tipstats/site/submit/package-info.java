/**
 * The upload desk: submitters send a file, read its report, explain its warnings, and follow the review of the file.
 *
 * <p>These pages call the services of {@code collect}, as the API does. The services decide what a person may see.
 */
package org.tipstats.site.submit;
