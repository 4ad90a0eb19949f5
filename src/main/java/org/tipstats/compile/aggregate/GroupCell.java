package org.tipstats.compile.aggregate;

/**
 * One cell of a group during the summation.
 *
 * @param key the key of the group's count
 * @param reported the sum over all reporting areas, with the total populations of these areas
 * @param withPopulation the sum over the reporting areas whose population of the cell's sex and age is known, with the
 *     populations of that sex and age
 */
record GroupCell(long key, Tally reported, Tally withPopulation) {

    GroupCell(long key) {
        this(key, new Tally(), new Tally());
    }
}
