/** Files in a layout of their own: a mapping reads them, and the validator checks what they become. */
package org.tipstats.validate.mapped;
