package org.tipstats.sdmx.artefact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much of the artefacts a message tells. */
public enum Detail {
    FULL(Extent.FULL, Extent.FULL),
    ALLSTUBS(Extent.STUB, Extent.STUB),
    REFERENCESTUBS(Extent.FULL, Extent.STUB),
    ALLCOMPLETESTUBS(Extent.COMPLETE_STUB, Extent.COMPLETE_STUB),
    REFERENCECOMPLETESTUBS(Extent.FULL, Extent.COMPLETE_STUB),
    REFERENCEPARTIAL(Extent.FULL, Extent.FULL),
    /** As {@link #FULL}: nothing is left out of the artefacts, and none is made of others. */
    RAW(Extent.FULL, Extent.FULL);

    /** How much of one artefact is told. */
    public enum Extent {
        FULL,
        /** All but what it consists of. */
        COMPLETE_STUB,
        /** Its identity and its name. */
        STUB
    }

    private final Extent asked;
    private final Extent referred;

    Detail(Extent asked, Extent referred) {
        this.asked = asked;
        this.referred = referred;
    }

    /** How much is told of what was asked for. */
    Extent asked() {
        return asked;
    }

    /** How much is told of what comes with it. */
    Extent referred() {
        return referred;
    }

    public static Optional<Detail> named(String word) {
        return Arrays.stream(values())
                .filter(detail -> detail.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Detail::word).toList();
    }
}
