package org.tipstats.site.publish;

/**
 * Work on a release that goes on or came to nothing.
 *
 * @param percent of it that is done
 * @param running whether it goes on
 * @param address where to look next
 */
record WorkPage(String release, String text, int percent, boolean running, String address) {}
