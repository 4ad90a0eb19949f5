/** Guesses what a table means, with the evidence for each guess, and asks about everything else. */
package org.tipstats.mapping.guess;
