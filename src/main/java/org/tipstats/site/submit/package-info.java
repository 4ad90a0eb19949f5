/**
 * The upload desk: a file is sent in, its report read, its warnings explained, and its way followed to the decision.
 *
 * <p>Among the pages, after {@code filereport}. It calls the services of {@code submission}, the same as the API; who may
 * see what is decided there. Nothing imports it.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.submit;
