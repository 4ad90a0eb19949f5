/**
 * The upload desk: submit a file, read its report, explain its warnings, and follow it to the decision.
 *
 * <p>It calls the services of {@code collect}, as the API does; these decide who may see what.
 */
package org.tipstats.site.submit;
