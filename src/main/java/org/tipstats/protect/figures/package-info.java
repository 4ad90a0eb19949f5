/**
 * The figures of a release and of the earlier releases as one system of cells and sums. {@code CubeLayout} says which figures
 * providers masked or reserved, and which must stay public. {@code FigureTreatment} decides how to treat each figure. {@code
 * LinkedReleases} joins the figures of all dataflows and releases, {@code
 * ReleaseSystem} turns them and the sums between them into the cells that {@code protect.suppress} searches.
 */
package org.tipstats.protect.figures;
