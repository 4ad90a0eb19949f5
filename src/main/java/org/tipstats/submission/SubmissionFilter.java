package org.tipstats.submission;

/** What a list of submissions is narrowed to; null means all. */
record SubmissionFilter(String dataflow, String area, SubmissionStatus status) {}
