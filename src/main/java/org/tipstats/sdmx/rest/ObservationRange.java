package org.tipstats.sdmx.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipstats.sdmx.data.DataMessage.DataSet;
import org.tipstats.sdmx.question.SdmxDataQuery;
import org.tipstats.sdmx.question.SdmxRequest;

/**
 * A range of the observations of an answer, numbered from 0, for example {@code Range: values=0-2999}. Some scripts in
 * browsers cannot set the header {@code Range}; they send {@code X-Range} instead.
 *
 * @param last the number of the last requested observation; the answer may have fewer
 */
record ObservationRange(long first, long last) {

    private static final Pattern WRITTEN = Pattern.compile("values=([0-9]{1,9})-([0-9]{0,9})");

    /**
     * Returns the requested range; empty if there is none, if it is malformed or in another unit, or if the request has
     * the header {@code If-Range}. RFC 9110, 14.2 requires that unknown units are ignored, and allows it for malformed
     * ranges.
     */
    static Optional<ObservationRange> slice(SdmxRequest request) {
        // If-Range asks for the range only if the client has the current answer. The service cannot tell, because each
        // range has its own entity tag. So it sends the whole answer, which is always correct.
        if (request.header("If-Range").isPresent()) {
            return Optional.empty();
        }
        return Stream.of("X-Range", "Range")
                .flatMap(name -> request.header(name).stream())
                .map(text -> WRITTEN.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(range -> new ObservationRange(
                        Long.parseLong(range.group(1)),
                        range.group(2).isEmpty() ? Long.MAX_VALUE - 1 : Long.parseLong(range.group(2))))
                .filter(range -> range.first <= range.last)
                .findFirst();
    }

    /** Returns the total number of observations. */
    static long count(List<AnswerPart> parts) {
        return parts.stream().mapToLong(AnswerPart::size).sum();
    }

    /**
     * Returns the parts of the answer that are in the range. Returns empty if the range begins after the last
     * observation.
     */
    List<AnswerPart> slice(List<AnswerPart> parts) {
        List<AnswerPart> some = new ArrayList<>();
        long before = 0;
        for (AnswerPart part : parts) {
            int from = (int) Math.max(0, Math.min(part.size(), first - before));
            int to = (int) Math.max(0, Math.min(part.size(), last + 1 - before));
            if (from < to) {
                some.add(part.with(Arrays.copyOfRange(part.set().indexes(), from, to)));
            }
            before += part.size();
        }
        return some;
    }

    /**
     * Returns the value of the header {@code Content-Range}.
     *
     * @param all the total number of observations
     */
    String contentRange(long all) {
        return "values " + first + "-" + Math.min(last, all - 1) + "/" + all;
    }

    /** A data set of an answer, with the query that the data set answers. */
    record AnswerPart(SdmxDataQuery query, DataSet set) {

        int size() {
            return set.indexes().length;
        }

        /** Returns a copy with the observations at these indexes in the cube. */
        AnswerPart with(int[] places) {
            return new AnswerPart(query, new DataSet(set.action(), set.validFrom(), set.validTo(), set.cube(), places));
        }
    }
}
