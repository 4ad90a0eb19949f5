/**
 * Controls disclosure (GSBPM 6.4): what of a compiled dataflow may be published, and what is withheld so that no small
 * count of persons shows.
 *
 * <p>A pure function from cube to cube: imports {@code schema} and {@code observation} only and doesn't know {@code
 * aggregation}. The thresholds live here, read from the dataflow. The control runs in stages: counts to withhold are
 * marked (the primary rule), the rates that would give them away follow, and then everything marked is withheld in one
 * way, which never says what marked it.
 *
 * <p>Public: {@link org.tipstats.disclosure.DisclosureControl}, {@link
 * org.tipstats.disclosure.DisclosurePolicy} and its result, {@link org.tipstats.disclosure.ProtectedCube}.
 */
package org.tipstats.disclosure;
