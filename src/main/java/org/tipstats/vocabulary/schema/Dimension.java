package org.tipstats.vocabulary.schema;

/**
 * A dimension of a data structure. Its values are the codes of a code list, or years in the time dimension.
 *
 * @param position the index of the dimension in the key, from 0
 * @param codes the code list, or null for the time dimension
 * @param firstYear the first year allowed (time dimension only)
 * @param overlapping whether one person may be counted under several codes of the dimension
 */
public record Dimension(
        String id, int position, LocalText name, Role role, CodeList codes, int firstYear, boolean overlapping) {

    private static final int MAX_YEARS = 200;

    public boolean isTime() {
        return codes == null;
    }

    /** Returns the number of values that the dimension can take. */
    public int size() {
        return isTime() ? MAX_YEARS : codes.size();
    }

    /** Returns the position of a code or year, or -1 if it is not valid. */
    public int positionOf(String value) {
        return isTime() ? yearPosition(value) : codes.positionOf(value);
    }

    /** Returns the code or year at a position. */
    public String valueAt(int valuePosition) {
        return isTime()
                ? Integer.toString(firstYear + valuePosition)
                : codes.at(valuePosition).id();
    }

    private int yearPosition(String value) {
        if (value.length() != 4) {
            return -1;
        }
        int year = 0;
        for (int i = 0; i < 4; i++) {
            char digit = value.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            year = year * 10 + digit - '0';
        }
        int position = year - firstYear;
        return position >= 0 && position < MAX_YEARS ? position : -1;
    }
}
