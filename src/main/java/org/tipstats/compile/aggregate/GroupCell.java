package org.tipstats.compile.aggregate;

/**
 * One cell of a group while it is being added up.
 *
 * @param key the key of the group's count
 * @param reported over all reporting areas, with their whole populations
 * @param rated over the reporting areas whose population of the cell's sex and age is known, with that population
 */
record GroupCell(long key, Tally reported, Tally rated) {

    GroupCell(long key) {
        this(key, new Tally(), new Tally());
    }
}
