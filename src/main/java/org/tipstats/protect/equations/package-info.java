/**
 * Draws conclusions from equations about unknown whole numbers. {@code Knowledge} collects the equations,
 * {@code Bounds} narrows the range of each unknown, {@code Witnesses} looks for two solutions that differ. If equations
 * contradict each other, {@code Consistency} loosens as few as possible. Only {@code OrToolsSolver} uses OR-Tools.
 */
package org.tipstats.protect.equations;
