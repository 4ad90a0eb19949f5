package org.tipstats.submission;

/** How a report is wanted. @param annotated the submitter's own file with what was found, instead of JSON */
record ReportForm(boolean annotated, String language) {}
