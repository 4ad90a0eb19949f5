/**
 * A world that nobody lives in: national submissions with many small counts, made from a seed. Disclosure control is
 * measured and attacked with it, since the true figures behind everything that is withheld are known.
 *
 * <p>{@link org.tipstats.world.SyntheticWorld} is the entrance, {@link org.tipstats.world.WorldPlan} says how large the
 * world is and how its providers behave. All tables of a country and year are counted from one set of records, so they
 * add up within and between dataflows, except where a provider is planned to be inconsistent.
 */
package org.tipstats.world;
