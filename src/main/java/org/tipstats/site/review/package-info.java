/**
 * The review desk of the website: the queue of waiting files, the changes that a file would make, and the decision on a
 * file.
 *
 * <p>The form of a decision contains the hash of the file that the reviewer read.
 */
package org.tipstats.site.review;
