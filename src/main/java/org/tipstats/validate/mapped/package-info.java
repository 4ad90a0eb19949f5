/** Files in a layout of their own: a mapping reads them, and the validator checks the resulting rows. */
package org.tipstats.validate.mapped;
