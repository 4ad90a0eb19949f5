/**
 * The coverage board: the areas that report in each year, the share of each region that these areas make up, and the
 * figures that were reported twice.
 *
 * <p>It counts the published figures of one release. A withheld figure counts as reported. The reason for withholding
 * makes no difference.
 */
package org.tipstats.disseminate.coverage;
