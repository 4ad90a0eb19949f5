package org.tipstats.protect.disclose;

/**
 * What a search for a safe pattern took, for the publisher.
 *
 * @param unknowns cells that an intruder doesn't know, in all releases together
 * @param equations relations between them that he knows
 * @param linearPrograms how many were solved
 */
public record ProtectionCost(long unknowns, long equations, long linearPrograms) {}
