/**
 * The release desk of the website: drafts, the checks before their publication, and the publication.
 *
 * <p>Long tasks are jobs with a progress page.
 */
package org.tipstats.site.publish;
