package org.tipstats.mapping.count;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reports how many rows of a list were used, and why others were not. It shows no text of a row except unknown words,
 * and only those in columns that look like columns of words.
 */
public final class CaseReport {

    /** Why a row was not used. */
    public enum Reason {
        /** The row describes nobody: it is a total, or its mapped columns except date and year are blank. */
        NO_PERSON,
        /** The row says that the person is not a victim. */
        NO_VICTIM,
        /** The year cannot be read, or the dataflow does not have it. */
        NO_YEAR,
        /** The year is not the one that was asked for. */
        OTHER_YEAR,
        /** A dimension that must have a code has none, such as the stage of proceedings. */
        NO_CODE,
        /**
         * An earlier row of the year is about the same person. Codes that only this row has are added to that person.
         */
        SAME_PERSON
    }

    private static final int MAX_WORDS = 20;
    /**
     * Finds words that may identify a person: with four digits together, as in a year of birth, or seven in all, as in
     * a telephone number. An age group has fewer digits.
     */
    private static final Pattern NUMBERED = Pattern.compile("\\d{4}|(?:\\d\\D*){7}");

    private static final int FEW = 3;

    private final Map<Reason, Integer> leftOut = new EnumMap<>(Reason.class);
    private final Map<String, TreeMap<String, Integer>> words = new TreeMap<>();
    private final Map<String, Integer> filled = new TreeMap<>();
    private final Map<String, Integer> unreadable = new TreeMap<>();
    private int rows;
    private int anonymous;
    private boolean dayAssumed;

    void row() {
        rows++;
    }

    void leftOut(Reason reason) {
        leftOut.merge(reason, 1, Integer::sum);
    }

    void filled(String component) {
        filled.merge(component, 1, Integer::sum);
    }

    void unknown(String component, String word) {
        words.computeIfAbsent(component, none -> new TreeMap<>()).merge(word, 1, Integer::sum);
    }

    void unreadable(String role) {
        unreadable.merge(role, 1, Integer::sum);
    }

    void withoutIdentifier() {
        anonymous++;
    }

    void assumeDayFirst() {
        dayAssumed = true;
    }

    /** Returns the number of rows below the header. */
    public int rows() {
        return rows;
    }

    /** Returns the number of rows that were counted, each as a person. */
    public int used() {
        return rows - leftOut.values().stream().mapToInt(Integer::intValue).sum();
    }

    public Map<Reason, Integer> leftOut() {
        return Collections.unmodifiableMap(leftOut);
    }

    /**
     * Returns the number of unknown words in cells, by dimension. A person without another code is counted as unknown,
     * or not at all if the dimension must have a code.
     */
    public Map<String, Integer> unknownCells() {
        Map<String, Integer> cells = new TreeMap<>();
        words.forEach((component, each) -> cells.put(
                component, each.values().stream().mapToInt(Integer::intValue).sum()));
        return cells;
    }

    /**
     * Returns the unknown words of a dimension with the number of their cells. The result is empty if the column seems
     * to hold something else, for example names; it never contains words with many digits.
     */
    public Map<String, Integer> unknownWords(String component) {
        TreeMap<String, Integer> all = words.getOrDefault(component, new TreeMap<>());
        int different = all.size();
        if (different > MAX_WORDS || different > FEW && different * 2 > filled.getOrDefault(component, 0)) {
            return Map.of();
        }
        Map<String, Integer> shown = new TreeMap<>(all);
        shown.keySet().removeIf(word -> NUMBERED.matcher(word).find());
        return shown;
    }

    /**
     * Returns the number of cells whose date of birth gives no age, under the role {@link CaseMapping#BIRTH_DATE};
     * empty if there are none. Does not keep the texts of cells.
     */
    public Map<String, Integer> unreadable() {
        return Collections.unmodifiableMap(unreadable);
    }

    /** Returns the number of rows without an identifier of the person. Each of them is counted as one person. */
    public int anonymous() {
        return anonymous;
    }

    /** Returns whether ages were computed although, in a column of dates, the day is only assumed to come first. */
    public boolean isDayAssumed() {
        return dayAssumed;
    }
}
