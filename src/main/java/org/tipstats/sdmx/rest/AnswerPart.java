package org.tipstats.sdmx.rest;

import java.util.Arrays;
import org.tipstats.sdmx.data.DataSet;
import org.tipstats.sdmx.question.DataQuery;

/** A data set of an answer, with its query. */
record AnswerPart(DataQuery query, DataSet set) {

    int size() {
        return set.indexes().length;
    }

    /** Returns the observations from one index to another, which is exclusive. */
    AnswerPart slice(int from, int to) {
        int[] places = Arrays.copyOfRange(set.indexes(), from, to);
        return new AnswerPart(query, new DataSet(set.action(), set.validFrom(), set.validTo(), set.cube(), places));
    }
}
