/** The review: the submitter justifies or withdraws a submission, and somebody else accepts or returns it. */
package org.tipstats.collect.review;
