/**
 * The release desk of the website: drafts, the consultation of areas, the checks before publication, the publication,
 * errata and withdrawals, and the dates of the calendar.
 *
 * <p>Long tasks are jobs with a progress page.
 */
package org.tipstats.site.publish;
