package org.tipstats.validate.table;

/** The possible values of a count: one number, or all numbers from {@code low} to {@code high}. */
public record CountRange(long low, long high) {

    /** Returns what a sentence shows: a number if the count is known, otherwise the range as text. */
    public Object parameter() {
        return low == high ? (Object) low : toString();
    }

    /** Returns whether this count certainly exceeds the other count by more than the tolerance. */
    public boolean exceeds(CountRange other, long tolerance) {
        return low > Breakdown.plus(other.high, tolerance);
    }

    /** Returns {@code 12}, {@code 0-4}, or {@code ≥12} if there is no upper end. */
    @Override
    public String toString() {
        if (low == high) {
            return Long.toString(low);
        }
        return high == RowTable.UNBOUNDED ? "≥" + low : low + "-" + high;
    }
}
