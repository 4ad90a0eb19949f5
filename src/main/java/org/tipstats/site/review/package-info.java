/**
 * The review desk of the website: the queue of files that wait, what each would change, and the decision on it.
 *
 * <p>At the edge of the order, beside the other pages: it asks {@code submission} for everything, as the API does, and
 * nothing imports it. What a decision needs travels with its form: the hash of the very file that was read.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.review;
