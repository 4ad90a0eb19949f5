package org.tipstats.validate.rule;

/** What a count may be: one number, or all from {@code low} to {@code high}. */
record CountRange(long low, long high) {

    /** As a parameter of a finding's sentences: a whole number where it is known, else the range as text. */
    Object parameter() {
        return low == high ? (Object) low : toString();
    }

    /** {@code 12}, {@code 0-4}, or {@code ≥12} where there is no upper end. */
    @Override
    public String toString() {
        if (low == high) {
            return Long.toString(low);
        }
        return high == RowTable.UNBOUNDED ? "≥" + low : low + "-" + high;
    }
}
