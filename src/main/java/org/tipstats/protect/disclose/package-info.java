/**
 * Disclosure control (GSBPM 6.4): decides which figures of a compiled dataflow may be published and which are withheld,
 * so that no small count of persons can be seen or computed.
 *
 * <p>The package is a pure function: it turns the cubes of a release and of the earlier releases into cubes that may be
 * published. In reading order: {@code PrimaryRule} marks the figures that are sensitive themselves. {@code
 * protect.figures} turns all figures and the sums between them into one system. {@code protect.suppress} finds the other
 * figures to hide. If a count is withheld, its rate is withheld, too. All marked figures look the same in public, so
 * nobody can see why a figure is withheld.
 */
package org.tipstats.protect.disclose;
