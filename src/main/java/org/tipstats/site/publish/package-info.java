/**
 * The release desk of the website: drafts, what is looked at before they are published, and their publication.
 *
 * <p>At the edge of the order, beside the other pages: it asks {@code release} for everything, as the API does, and nothing
 * imports it. What takes long is a job, whose page says how far it is.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.publish;
