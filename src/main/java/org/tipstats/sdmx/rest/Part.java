package org.tipstats.sdmx.rest;

import java.util.Arrays;
import org.tipstats.sdmx.data.DataSet;
import org.tipstats.sdmx.question.DataQuery;

/** A data set of an answer, with the query that it answers. */
record Part(DataQuery query, DataSet set) {

    int size() {
        return set.places().length;
    }

    /** The observations from one number up to before another. */
    Part some(int from, int to) {
        int[] places = Arrays.copyOfRange(set.places(), from, to);
        return new Part(query, new DataSet(set.action(), set.validFrom(), set.validTo(), set.cube(), places));
    }
}
