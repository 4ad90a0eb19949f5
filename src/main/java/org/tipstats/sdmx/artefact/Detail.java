package org.tipstats.sdmx.artefact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The amount of detail of the artefacts in a message: the {@code detail} parameter of the REST interface. */
public enum Detail {
    FULL(Extent.FULL, Extent.FULL),
    ALLSTUBS(Extent.STUB, Extent.STUB),
    REFERENCESTUBS(Extent.FULL, Extent.STUB),
    ALLCOMPLETESTUBS(Extent.COMPLETE_STUB, Extent.COMPLETE_STUB),
    REFERENCECOMPLETESTUBS(Extent.FULL, Extent.COMPLETE_STUB),
    REFERENCEPARTIAL(Extent.FULL, Extent.FULL),
    /** Same as {@link #FULL}, because the service stores all artefacts as they are and derives none from others. */
    RAW(Extent.FULL, Extent.FULL);

    /** The amount of detail of one artefact. */
    public enum Extent {
        FULL,
        /** Everything except the content: identity, names, descriptions and annotations. */
        COMPLETE_STUB,
        /** Identity and name. */
        STUB
    }

    private final Extent ofRequested;
    private final Extent ofReferenced;

    Detail(Extent asked, Extent referred) {
        this.ofRequested = asked;
        this.ofReferenced = referred;
    }

    /** Returns the extent of the artefacts that the request selects. */
    Extent ofRequested() {
        return ofRequested;
    }

    /** Returns the extent of the artefacts that come with them as references. */
    Extent ofReferenced() {
        return ofReferenced;
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
