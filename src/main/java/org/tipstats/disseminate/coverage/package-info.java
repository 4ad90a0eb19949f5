/**
 * The coverage of releases: the areas that report in each year, the share of each region's areas and population that
 * they represent, and the figures that were reported twice.
 *
 * <p>All of this comes from the published figures of one release. A withheld figure is still reported, whatever the
 * reason for withholding it.
 */
package org.tipstats.disseminate.coverage;
