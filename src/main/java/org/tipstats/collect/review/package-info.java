/** The review: the submitter justifies or withdraws a submission, and another account accepts or returns it. */
package org.tipstats.collect.review;
