package org.tipstats.bench.world;

import java.util.List;

/**
 * One area and the way in which its provider reports, which is the same in every year.
 *
 * @param number identifies the area
 * @param size the mean number of victims in a year
 * @param population the number of inhabitants; 0 if not known
 * @param crossed whether it reports sex, age and form of exploitation together
 * @param agesByForm whether it also reports age and form without sex
 * @param onlyRepatriated whether its table of repatriation leaves out the victims who were not returned anywhere
 * @param nationals the code that it uses for its own citizens
 * @param dataflows the dataflows that it reports
 * @param masks whether it masks counts from 1 to 4 itself
 * @param consistency whether its breakdowns add up, and if not, in which way
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

    /** The relation of breakdowns to their totals. */
    enum Consistency {
        /** The parts add up to the total. */
        EXACT,
        /** The second breakdown comes from a source that knows fewer victims. */
        PARTS_BELOW,
        /** The second breakdown counts a victim under every form. */
        PARTS_ABOVE
    }
}
