package org.tipstats.site.review;

/**
 * Why a decision was not taken, and what to do next.
 *
 * @param read the hash of the file that was read; null unless it is another by now
 * @param present the hash of the file as it is
 * @param address where to go on
 */
record RefusalPage(int status, String heading, String text, String next, String read, String present, String address) {}
