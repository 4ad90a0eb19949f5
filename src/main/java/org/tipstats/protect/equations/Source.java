package org.tipstats.protect.equations;

/** The kinds of knowledge from which an intruder derives unknown counts. */
public enum Source {
    /** A total is the sum of its parts along one dimension. */
    BREAKDOWN,
    /** A published cell is the sum of the finest crossings that it includes, published or not. */
    CROSSING,
    /** A group of areas is the sum of its members that report. */
    GROUP,
    /** A count follows from its rate and its population. */
    RATE,
    /** Two tables contain the same figure. */
    LINK,
    /** A figure that was not revised has the same value in two releases. */
    RELEASE
}
