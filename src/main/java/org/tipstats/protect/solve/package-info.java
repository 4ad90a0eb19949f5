/**
 * What all searches need: the native libraries of the solver, a memory of results, and a few threads. Who needs the
 * libraries asks for them here, and the program may decide where they come from.
 */
package org.tipstats.protect.solve;
