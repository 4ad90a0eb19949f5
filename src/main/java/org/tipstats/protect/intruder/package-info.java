/**
 * The independent audit of disclosure control (GSBPM 6.4). It acts as an intruder: it reads everything that was ever
 * published and finds the withheld counts that can be computed from it.
 *
 * <p>The audit and {@code protect.disclose} use separate code to decide which figures can be recovered, so that one
 * mistake cannot affect both. They share the code that reads keys, and tools of {@code protect.solve} (decision 150).
 * {@code protect.published} turns the published figures of all releases into one system of unknown whole numbers and
 * equations, and {@code protect.equations} draws conclusions from it. A withheld count is safe if two tables exist that
 * agree with everything published and differ in this count by at least one person. The count is recoverable if only one
 * value is possible. A count that cannot be decided is reported as not proven, never as safe.
 */
package org.tipstats.protect.intruder;
