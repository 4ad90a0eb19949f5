package org.tipstats.site.review;

/**
 * The reason why a decision was refused, and what to do next.
 *
 * @param read the hash of the file that the reviewer read; null unless the file has changed
 * @param present the present hash of the file
 * @param address the page to continue on
 */
record RefusalPage(int status, String heading, String text, String next, String read, String present, String address) {}
