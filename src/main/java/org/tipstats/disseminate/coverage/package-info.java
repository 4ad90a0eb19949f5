/**
 * The coverage board: the areas that report in each year, the share of each region that they make up, and figures that
 * were reported twice.
 *
 * <p>It counts the published figures of one release. A figure that is withheld counts as reported, whatever the
 * reason.
 */
package org.tipstats.disseminate.coverage;
