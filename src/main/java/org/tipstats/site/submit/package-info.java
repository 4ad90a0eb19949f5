/**
 * The upload desk: submit a file, read its report, explain its warnings, and follow it to the decision.
 *
 * <p>Among the pages, after {@code filereport}. It calls the services of {@code submission}, as the API does; these
 * decide who may see what. Nothing imports it.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.submit;
