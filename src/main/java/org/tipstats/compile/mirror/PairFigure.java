package org.tipstats.compile.mirror;

import org.tipstats.vocabulary.cube.Observation;

/** The figures of a pair. Each one is the meaning of a code of the dimension with the role FIGURE. */
enum PairFigure {
    DETECTED,
    RETURNED,
    RECEIVED;

    /** Returns the published figure of a pair, or null. */
    Observation of(PairFigures pair) {
        return switch (this) {
            case DETECTED -> pair.detected();
            case RETURNED -> pair.returned();
            case RECEIVED -> pair.received();
        };
    }
}
