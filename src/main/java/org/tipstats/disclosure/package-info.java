/**
 * Controls disclosure (GSBPM 6.4): what of a compiled dataflow may be published, and what is withheld so that no small
 * count of persons shows.
 *
 * <p>A pure function from cube to cube: imports {@code schema} and {@code observation} only and doesn't know {@code
 * aggregation}. The thresholds live here, read from the dataflow. The control runs in stages: counts to withhold are
 * marked (the primary rule), the rates that would give them away follow, and then everything marked is withheld in one
 * way, which never says what marked it.
 *
 * <p>Public: {@link org.tipstats.disclosure.DisclosureControl} with what it takes, {@link
 * org.tipstats.disclosure.Thresholds}, {@link org.tipstats.disclosure.EarlierRelease} and {@link
 * org.tipstats.disclosure.ProtectionProgress}, and its result: {@link org.tipstats.disclosure.ProtectedRelease}, {@link
 * org.tipstats.disclosure.ProtectedCube}, {@link org.tipstats.disclosure.WithheldCell}, {@link
 * org.tipstats.disclosure.Reason}, {@link org.tipstats.disclosure.Blocker}, {@link
 * org.tipstats.disclosure.ProtectionCost}, {@link org.tipstats.disclosure.AttributeDisclosure}.
 */
package org.tipstats.disclosure;
