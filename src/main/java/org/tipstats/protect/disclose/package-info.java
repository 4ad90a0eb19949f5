/**
 * Disclosure control (GSBPM 6.4): decides which figures of a compiled dataflow may be published and which are withheld,
 * so that no small count of persons can be seen or computed.
 *
 * <p>A pure function from the cubes of a release and of the earlier ones to cubes that may be published. It imports
 * {@code schema}, {@code observation} and {@code suppression}; it does not know {@code aggregation}. In reading order:
 * {@code PrimaryRule} marks the figures that are sensitive themselves. {@code LinkedReleases} and {@code ReleaseSystem}
 * turn all figures and the sums between them into one system. {@code suppression} finds the other figures to hide.
 * Rates follow their counts. All marked figures are withheld in the same way, which never shows the reason.
 *
 * <p>Public: {@link org.tipstats.protect.disclose.DisclosureControl} with what it takes,
 * {@link org.tipstats.protect.disclose.Thresholds}, {@link org.tipstats.protect.disclose.EarlierRelease} and
 * {@link org.tipstats.protect.disclose.ProtectionProgress}, and its result: {@link org.tipstats.protect.disclose.ProtectedRelease},
 * {@link org.tipstats.protect.disclose.ProtectedCube}, {@link org.tipstats.protect.disclose.WithheldCell},
 * {@link org.tipstats.protect.disclose.Reason}, {@link org.tipstats.protect.disclose.Blocker},
 * {@link org.tipstats.protect.disclose.ProtectionCost}, {@link org.tipstats.protect.disclose.AttributeDisclosure}.
 */
package org.tipstats.protect.disclose;
