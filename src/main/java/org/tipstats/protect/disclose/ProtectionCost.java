package org.tipstats.protect.disclose;

/**
 * The effort of the search for figures to withhold, shown to the publisher.
 *
 * @param unknowns the number of cells that were not public before the search, in all releases together
 * @param equations the number of relations between these cells that an intruder knows
 * @param linearPrograms the number of linear programs solved
 */
public record ProtectionCost(long unknowns, long equations, long linearPrograms) {

    ProtectionCost plus(ProtectionCost other) {
        return new ProtectionCost(
                unknowns + other.unknowns, equations + other.equations, linearPrograms + other.linearPrograms);
    }
}
