/**
 * The review desk of the website: the queue of waiting files, the changes that each would make, and the decision on
 * it.
 *
 * <p>The form of a decision carries the hash of the file that the reviewer read.
 */
package org.tipstats.site.review;
