/**
 * A synthetic world: national submissions with many small counts, made from a seed. Tests measure and attack disclosure
 * control with it, because the true figures behind everything withheld are known.
 *
 * <p>Start with {@link org.tipstats.bench.world.SyntheticWorld}. {@link org.tipstats.bench.world.WorldPlan} sets the size of the
 * world and the behaviour of its providers. All tables of a country and year are counted from one set of records. They
 * therefore add up within and between dataflows, unless the plan makes a provider inconsistent.
 */
package org.tipstats.bench.world;
