/**
 * Receives and validates files, stores them as submissions, and shows submissions to their submitters and reviewers.
 */
package org.tipstats.collect.receive;
