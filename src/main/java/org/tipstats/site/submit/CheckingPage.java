package org.tipstats.site.submit;

/**
 * The progress of a check that takes long.
 *
 * @param text what the service is doing, or how the check ended
 * @param running true if the check still runs
 * @param address the address of this page below the language
 */
record CheckingPage(String text, int percent, boolean running, String address) {}
