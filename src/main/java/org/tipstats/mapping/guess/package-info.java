/** Guesses what a table means, with the evidence for each guess, and asks what nobody can guess. */
package org.tipstats.mapping.guess;
