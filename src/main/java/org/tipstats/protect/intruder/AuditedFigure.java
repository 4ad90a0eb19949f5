package org.tipstats.protect.intruder;

/**
 * A count as an intruder sees it: a known number or an unknown of the system.
 *
 * @param unknown the index of the unknown, or -1 for a known count
 * @param value the known count; 0 for an unknown
 */
record AuditedFigure(int unknown, long value) {

    static AuditedFigure known(long value) {
        return new AuditedFigure(-1, value);
    }

    static AuditedFigure unknown(int index) {
        return new AuditedFigure(index, 0);
    }

    boolean isKnown() {
        return unknown < 0;
    }

    /** Returns true if both counts are known and not equal. */
    boolean differsFrom(AuditedFigure other) {
        return isKnown() && other.isKnown() && value != other.value;
    }
}
