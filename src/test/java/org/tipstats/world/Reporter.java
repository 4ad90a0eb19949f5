package org.tipstats.world;

import java.util.List;

/**
 * One area and how its provider reports: the same in every year.
 *
 * @param number tells the area from the others
 * @param size the mean number of victims in a year
 * @param population how many live there; 0 where nobody knows
 * @param crossed whether it tells sex, age and form of exploitation together
 * @param agesByForm whether it tells, besides, age and form without sex
 * @param onlyRepatriated whether its table of repatriation leaves out the victims who were not brought anywhere
 * @param nationals the code that it uses for its own citizens
 * @param dataflows what it reports at all
 * @param masks whether it masks counts from 1 to 4 itself
 * @param consistency whether its breakdowns add up, and if not, how
 */
record Reporter(
        String area,
        int number,
        double size,
        long population,
        Characteristic sexes,
        Characteristic ages,
        Characteristic forms,
        Characteristic citizenships,
        boolean crossed,
        boolean agesByForm,
        boolean onlyRepatriated,
        String nationals,
        List<String> dataflows,
        boolean masks,
        Consistency consistency) {

    /** How breakdowns stand to their totals. */
    enum Consistency {
        /** They add up. */
        EXACT,
        /** The second breakdown comes from a source that knows fewer victims. */
        PARTS_BELOW,
        /** The second breakdown counts a victim under every form. */
        PARTS_ABOVE
    }
}
