package org.tipstats.site.publish;

/**
 * The progress of a job on a release, or its failure.
 *
 * @param percent the progress in percent
 * @param running true if the job still runs
 * @param address the page to go to next
 */
record WorkPage(String release, String text, int percent, boolean running, String address) {}
