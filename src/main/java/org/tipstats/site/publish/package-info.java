/**
 * The release desk of the website: drafts, the checks before their publication, and the publication.
 *
 * <p>At the edge of the order, at the same level as the other pages. It calls the services of {@code publish}, as the
 * API does, and nothing imports it. Long tasks are jobs with a progress page.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.publish;
