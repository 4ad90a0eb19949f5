package org.tipstats.compile.mirror;

import org.tipstats.vocabulary.cube.Observation;

/**
 * The figures of a pair. The dimension with the role FIGURE has a code for each figure. The name of the figure is the
 * meaning of the code.
 */
enum PairFigure {
    DETECTED,
    RETURNED,
    RECEIVED;

    /** Returns this figure of a pair, or null if it is not published. */
    Observation of(PairFigures pair) {
        return switch (this) {
            case DETECTED -> pair.detected();
            case RETURNED -> pair.returned();
            case RECEIVED -> pair.received();
        };
    }
}
