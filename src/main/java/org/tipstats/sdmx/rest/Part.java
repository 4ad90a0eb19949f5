package org.tipstats.sdmx.rest;

import java.util.Arrays;
import org.tipstats.sdmx.data.DataSet;
import org.tipstats.sdmx.question.DataQuery;

/** A data set of an answer, with its query. */
record Part(DataQuery query, DataSet set) {

    int size() {
        return set.places().length;
    }

    /** Returns the observations from one index to another, which is exclusive. */
    Part some(int from, int to) {
        int[] places = Arrays.copyOfRange(set.places(), from, to);
        return new Part(query, new DataSet(set.action(), set.validFrom(), set.validTo(), set.cube(), places));
    }
}
