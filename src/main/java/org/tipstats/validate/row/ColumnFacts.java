package org.tipstats.validate.row;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tipstats.vocabulary.names.CellText;

/** Facts about the cells of one column, in any layout: whether they are figures, days, or names of cases. */
public final class ColumnFacts {

    /** Largest number of different texts that are kept. If the column has more, {@link #fewTexts} is empty. */
    private static final int MAX_TEXTS = 20;
    /** Different texts are counted in at most this many cells. */
    private static final int MAX_COMPARED = 10_000;

    private static final int MIN_DAYS = 2;
    private static final int MIN_RUNNING = 3;
    /** At least this many successive numbers are running numbers, even if the first number is not 1. */
    private static final int SURELY_RUNNING = 10;

    private static final long FIRST_YEAR = 1900;

    private final int index;
    private final String header;
    private final int currentYear;
    private final Set<String> texts = new LinkedHashSet<>();
    private final LongSet different = new LongSet();
    private final LongSet days = new LongSet();
    private boolean moreTexts;
    private long filled;
    private long numbers;
    private long sure;
    private long decimals;
    private long years;
    private long dated;
    private long longNumbers;
    private long last;
    private boolean running = true;
    private boolean fromOne;
    private boolean codes;
    private boolean aboveOne;

    public ColumnFacts(int index, String header, int currentYear) {
        this.index = index;
        this.header = header;
        this.currentYear = currentYear;
    }

    public void add(String cell) {
        add(CellFacts.of(cell, currentYear));
    }

    /** Adds the facts of a cell that was already read. */
    void add(CellFacts facts) {
        if (facts.kind() == CellFacts.Kind.MARKER) {
            return;
        }
        filled++;
        if (filled <= MAX_COMPARED) {
            different.add(facts.text().hashCode());
        }
        if (texts.size() < MAX_TEXTS) {
            texts.add(facts.shown());
        } else {
            moreTexts = moreTexts || !texts.contains(facts.shown());
        }
        switch (facts.kind()) {
            case DAY -> {
                dated++;
                days.add(facts.text().hashCode());
                running = false;
            }
            case NUMBER -> addNumber(facts);
            default -> running = false;
        }
    }

    private void addNumber(CellFacts facts) {
        long count = facts.count();
        numbers++;
        sure += facts.sure() ? 1 : 0;
        decimals += facts.sure() && facts.decimal() ? 1 : 0;
        aboveOne |= facts.aboveOne();
        years += count >= FIRST_YEAR && count <= currentYear ? 1 : 0;
        longNumbers += facts.isLong() ? 1 : 0;
        codes |= facts.isCode();
        running &= count >= 0 && (numbers == 1 || count == last + 1);
        fromOne |= numbers == 1 && count <= 1;
        last = count;
    }

    /** Returns the number of the column, from 1. */
    public int number() {
        return index + 1;
    }

    /** Returns the heading as reports show it. */
    public String name() {
        return CellText.shorten(header);
    }

    public String header() {
        return header;
    }

    public boolean isFilled() {
        return filled > 0;
    }

    /** Returns the number of cells with text, without marks for missing figures. */
    long filled() {
        return filled;
    }

    /** Returns the different texts of the column if there are few, otherwise an empty set. */
    public Set<String> fewTexts() {
        return moreTexts ? Set.of() : texts;
    }

    /** Returns whether the column is empty or has numbers, apart from few cells. */
    public boolean mayBeFigures() {
        return numbers * 5 >= filled * 4;
    }

    /**
     * Returns whether the column has counts, rates or other measures. Years, codes, running numbers, only zeros and
     * ones, and numbers that describe or name a person are not figures.
     */
    public boolean areFigures() {
        return aboveOne && mayBeFigures() && !codes && !areYears() && !isRunning() && !describesPerson();
    }

    private boolean areYears() {
        return years * 10 >= numbers * 9;
    }

    private boolean describesPerson() {
        // A heading with digits, such as "Age 0-17", is a group of a crosstab, so its numbers are counts.
        boolean property = header.chars().noneMatch(Character::isDigit) && PersonalColumns.isFigure(header);
        boolean contact = longNumbers * 2 > numbers && PersonalColumns.isContact(header);
        return property || contact || isIdentifier();
    }

    /** Returns whether the cells are 1, 2, 3 and so on, or many successive numbers. */
    public boolean isRunning() {
        return running && numbers >= (fromOne ? MIN_RUNNING : SURELY_RUNNING);
    }

    /** Returns whether the cells name cases: the heading says so, and hardly any two cells are the same. */
    public boolean isIdentifier() {
        return filled > 1 && areDifferent() && PersonalColumns.isIdentifier(header);
    }

    private boolean areDifferent() {
        return different.size() * 20L >= Math.min(filled, MAX_COMPARED) * 19;
    }

    /** Returns whether more than half of the cells are days, and these days are not all the same. */
    public boolean areDays() {
        return dated >= MIN_DAYS && dated * 2 > filled && days.size() > 1;
    }

    /**
     * Returns whether the cells are different days, as dates of birth are.
     *
     * @param rows the number of rows, with or without a text in this column
     */
    public boolean areBirthdays(long rows) {
        return dated >= MIN_DAYS && dated * 2 > rows && days.size() * 2L >= dated;
    }

    /**
     * Returns whether the cells may be about single persons: texts, days, long numbers or running numbers. True for an
     * empty column.
     */
    public boolean mayDescribePersons() {
        return filled == 0 || (numbers - longNumbers) * 2 < filled || isRunning();
    }

    /** Returns the number of figures other than 0 that can be read in one way only. */
    public long sureFigures() {
        return sure;
    }

    /** Returns the number of figures with decimals other than 0. */
    public long decimals() {
        return decimals;
    }
}
