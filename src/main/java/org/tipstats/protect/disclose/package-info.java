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
 * <p>Public: {@link org.tipstats.protect.disclose.DisclosureControl} with what it takes, {@link
 * org.tipstats.protect.disclose.Thresholds}, {@link org.tipstats.protect.disclose.EarlierRelease} and {@link
 * org.tipstats.protect.disclose.ProtectionProgress}, and its result: {@link org.tipstats.protect.disclose.ProtectedRelease}, {@link
 * org.tipstats.protect.disclose.ProtectedCube}, {@link org.tipstats.protect.disclose.WithheldCell}, {@link
 * org.tipstats.protect.disclose.Reason}, {@link org.tipstats.protect.disclose.Blocker}, {@link
 * org.tipstats.protect.disclose.ProtectionCost}, {@link org.tipstats.protect.disclose.AttributeDisclosure}.
 */
package org.tipstats.protect.disclose;
