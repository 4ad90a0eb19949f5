package org.tipstats.bench.world;

/**
 * One record of a provider, in the finest codes.
 *
 * @param form the form of exploitation of a victim; null for suspects
 * @param repatriatedTo the area to which the victim was returned; null for suspects and for victims who were not
 *     returned
 * @param stages the last stage of a suspect's case: 1 suspected, 2 prosecuted, 3 convicted; 0 for victims
 */
record Person(String sex, String age, String form, String citizenship, String repatriatedTo, int stages) {}
