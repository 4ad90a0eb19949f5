/** The review: acceptance and return, by somebody other than the submitter. */
package org.tipstats.collect.review;
