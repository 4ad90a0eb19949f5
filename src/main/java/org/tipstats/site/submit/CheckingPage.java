package org.tipstats.site.submit;

/**
 * How far the check of a file is that takes long.
 *
 * @param text what is being done, or how it ended
 * @param running whether it goes on
 * @param address of this page below the language
 */
record CheckingPage(String text, int percent, boolean running, String address) {}
