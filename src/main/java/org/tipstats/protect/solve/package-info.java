/**
 * Tools that all searches share: the native libraries of the solver, a walk among whole numbers ({@code SumWalk}), sets
 * of connected numbers ({@code DisjointSets}), a memory of results, and threads. The program may decide where the
 * libraries come from. Callers must check the results of a walk, as they check those of a solver.
 */
package org.tipstats.protect.solve;
