/**
 * What all searches need: the native libraries of the solver, a walk among whole numbers ({@code SumWalk}), sets of what
 * belongs together ({@code DisjointSets}), a memory of results, and a few threads. The program may decide where the
 * libraries come from. Like a solver, the walk is not trusted: its callers check what it finds.
 */
package org.tipstats.protect.solve;
