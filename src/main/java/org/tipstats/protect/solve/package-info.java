/**
 * The native libraries of the solver: who needs them asks for them here, and the program may decide where they come from.
 */
package org.tipstats.protect.solve;
