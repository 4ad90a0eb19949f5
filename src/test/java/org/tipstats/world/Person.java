package org.tipstats.world;

/**
 * One record, as a provider has it, in the finest codes.
 *
 * @param form how the victim was exploited; null for suspects
 * @param repatriatedTo where the victim was brought; null for suspects and for who was brought nowhere
 * @param stages how far the case of a suspect went: 1 suspected, 2 prosecuted, 3 convicted; 0 for victims
 */
record Person(String sex, String age, String form, String citizenship, String repatriatedTo, int stages) {}
