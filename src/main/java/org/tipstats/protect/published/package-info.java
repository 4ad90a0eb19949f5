/**
 * Published files as the audit reads them: cubes, tables, rates and revisions become unknowns and equations of {@code
 * protect.equations}.
 */
package org.tipstats.protect.published;
