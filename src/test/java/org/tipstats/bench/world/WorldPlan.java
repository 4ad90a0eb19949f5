package org.tipstats.bench.world;

/**
 * The properties of a synthetic world. Equal plans give equal worlds.
 *
 * @param seed the seed of the random numbers
 * @param areas the number of areas, at most all that have a place in M49; whole sub-regions are taken in turn
 * @param firstYear the first year of figures
 * @param lastYear the last year of figures
 * @param victims the mean number of victims of a reporting area in one year; the areas' sizes are heavy-tailed
 * @param silent the share of area-years without any figures
 * @param masking the share of providers that mask counts from 1 to 4 themselves
 * @param inconsistent the share of providers whose breakdowns do not add up to their totals
 */
public record WorldPlan(
        long seed,
        int areas,
        int firstYear,
        int lastYear,
        double victims,
        double silent,
        double masking,
        double inconsistent) {

    /** Number of areas in a release of real size. */
    public static final int ALL_AREAS = 218;

    public WorldPlan {
        if (areas < 1 || lastYear < firstYear || victims <= 0) {
            throw new IllegalArgumentException("a world without areas, years or victims");
        }
    }

    /**
     * Returns a plan with 218 areas in 2009 to 2023, about 195,000 victims in five years and 15 % silent area-years.
     * Every provider reports all counts, and they add up.
     */
    public static WorldPlan of(long seed) {
        return new WorldPlan(seed, ALL_AREAS, 2009, 2023, 210, 0.15, 0, 0);
    }

    /** Returns the plan with another number of areas. */
    public WorldPlan areas(int number) {
        return new WorldPlan(seed, number, firstYear, lastYear, victims, silent, masking, inconsistent);
    }

    /** Returns the plan with other years, both included. */
    public WorldPlan years(int first, int last) {
        return new WorldPlan(seed, areas, first, last, victims, silent, masking, inconsistent);
    }

    /** Returns the plan with another mean number of victims in an area and year. */
    public WorldPlan victims(double mean) {
        return new WorldPlan(seed, areas, firstYear, lastYear, mean, silent, masking, inconsistent);
    }

    /** Returns the plan with another share of providers that mask counts from 1 to 4 themselves. */
    public WorldPlan masking(double share) {
        return new WorldPlan(seed, areas, firstYear, lastYear, victims, silent, share, inconsistent);
    }

    /** Returns the plan with another share of providers whose breakdowns do not add up. */
    public WorldPlan inconsistent(double share) {
        return new WorldPlan(seed, areas, firstYear, lastYear, victims, silent, masking, share);
    }
}
