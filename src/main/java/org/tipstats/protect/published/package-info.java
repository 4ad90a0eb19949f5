/** Published cubes, rates and revisions, turned into unknowns and equations of {@code protect.equations}. */
package org.tipstats.protect.published;
