package org.tipstats.protect.equations;

/**
 * A count as an intruder sees it: a known number or an unknown of the system.
 *
 * @param unknown the index of the unknown, or -1 for a known count
 * @param value the known count; 0 for an unknown
 */
public record AuditedFigure(int unknown, long value) {

    public static AuditedFigure known(long value) {
        return new AuditedFigure(-1, value);
    }

    public static AuditedFigure unknown(int index) {
        return new AuditedFigure(index, 0);
    }

    public boolean isKnown() {
        return unknown < 0;
    }

    /** Returns true if both counts are known and not equal. */
    public boolean differsFrom(AuditedFigure other) {
        return isKnown() && other.isKnown() && value != other.value;
    }
}
