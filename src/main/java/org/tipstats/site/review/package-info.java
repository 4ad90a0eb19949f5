/**
 * The review desk of the website: the queue of waiting files, the changes that each would make, and the decision on it.
 *
 * <p>At the edge of the order, at the same level as the other pages. It calls the services of {@code submission}, as
 * the API does, and nothing imports it. The form of a decision carries the hash of the file that the reviewer read.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.review;
