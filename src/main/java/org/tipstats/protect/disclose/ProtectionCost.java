package org.tipstats.protect.disclose;

/**
 * The effort of the search for a safe pattern, shown to the publisher.
 *
 * @param unknowns the number of cells that an intruder does not know, in all releases together
 * @param equations the number of relations between these cells that an intruder knows
 * @param linearPrograms the number of linear programs solved
 */
public record ProtectionCost(long unknowns, long equations, long linearPrograms) {}
