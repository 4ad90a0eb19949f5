/**
 * The independent audit of disclosure control (GSBPM 6.4). It acts as an intruder: it downloads everything that was
 * ever published and finds the withheld counts that can be computed from it.
 *
 * <p>This package and {@code protect.disclose} share no code, so that one mistake cannot affect both. Solvers and the
 * {@code SumWalk} of {@code protect.solve} serve both, and each checks what they find. The published figures of all
 * releases become one system of unknown whole numbers and equations between them ({@code Knowledge}). A
 * withheld count is safe if two tables exist that agree with everything published and differ in this count by at least
 * one person. The count is recoverable if only one value is possible. A count that cannot be decided is reported as not
 * proven, never as safe. Only one class uses the solver.
 */
package org.tipstats.protect.intruder;
