/** Pages of collection rounds, and the form to type figures in. */
package org.tipstats.site.rounds;
