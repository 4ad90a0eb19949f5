package org.tipstats.compile.mirror;

import org.tipstats.vocabulary.cube.Observation;

/** The figures of a pair; each the meaning of a code of the dimension with the role FIGURE. */
enum PairFigure {
    DETECTED,
    RETURNED,
    RECEIVED;

    /** The published figure, or null. */
    Observation of(Counterparts pair) {
        return switch (this) {
            case DETECTED -> pair.detected();
            case RETURNED -> pair.returned();
            case RECEIVED -> pair.received();
        };
    }
}
