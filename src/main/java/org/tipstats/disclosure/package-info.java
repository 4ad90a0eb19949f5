/**
 * Controls disclosure (GSBPM 6.4): what of a compiled dataflow may be published, and what is withheld so that no small
 * count of persons shows.
 *
 * <p>A pure function from the cubes of a release, and of those before it, to cubes that may be published: imports {@code
 * schema}, {@code observation} and {@code suppression} and doesn't know {@code aggregation}. In reading order: what is
 * sensitive itself is marked ({@code PrimaryRule}); all figures and the sums between them become one system ({@code
 * LinkedReleases}, {@code ReleaseSystem}); {@code suppression} finds what else to hide; rates follow their counts; and
 * everything marked is withheld in one way, which never says what marked it.
 *
 * <p>Public: {@link org.tipstats.disclosure.DisclosureControl} with what it takes, {@link
 * org.tipstats.disclosure.Thresholds}, {@link org.tipstats.disclosure.EarlierRelease} and {@link
 * org.tipstats.disclosure.ProtectionProgress}, and its result: {@link org.tipstats.disclosure.ProtectedRelease}, {@link
 * org.tipstats.disclosure.ProtectedCube}, {@link org.tipstats.disclosure.WithheldCell}, {@link
 * org.tipstats.disclosure.Reason}, {@link org.tipstats.disclosure.Blocker}, {@link
 * org.tipstats.disclosure.ProtectionCost}, {@link org.tipstats.disclosure.AttributeDisclosure}.
 */
package org.tipstats.disclosure;
