/**
 * The intruder: finds the withheld counts that somebody can compute after downloading everything that was ever
 * published. It is the independent audit of disclosure control (GSBPM 6.4).
 *
 * <p>This package and {@code protect.disclose} share no code and do not know each other, so that one mistake cannot
 * affect both. The published figures of all releases become one system of unknown whole numbers and equations between
 * them ({@code Knowledge}). A withheld count is safe if two tables exist that agree with everything published and
 * differ in this count by a whole number. The count is recoverable if only one value is possible. A count that cannot
 * be decided is reported as not proven, never as safe. Only one class uses the solver.
 */
package org.tipstats.protect.intruder;
