package org.tipstats.sdmx.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipstats.sdmx.question.SdmxRequest;

/**
 * Some of the observations of an answer by their numbers, from 0 on: {@code Range: values=0-2999}. Browsers' scripts that
 * can't send that header send {@code X-Range}.
 *
 * @param last the number of the last one that is wanted; there may be fewer
 */
record ObservationRange(long first, long last) {

    private static final Pattern WRITTEN = Pattern.compile("values=([0-9]{1,9})-([0-9]{0,9})");

    /** What a request wishes; a range of another unit, or none, is passed over, as HTTP has it (RFC 9110, 14.2). */
    static Optional<ObservationRange> of(SdmxRequest request) {
        // Each part has a tag of its own, so none that a client holds can be the one that is meant: the whole is always
        // right.
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

    /** How many observations there are. */
    static long count(List<Part> parts) {
        return parts.stream().mapToLong(Part::size).sum();
    }

    /** The parts with the wanted observations alone; none where it begins behind the last one. */
    List<Part> of(List<Part> parts) {
        List<Part> some = new ArrayList<>();
        long before = 0;
        for (Part part : parts) {
            int from = (int) Math.max(0, Math.min(part.size(), first - before));
            int to = (int) Math.max(0, Math.min(part.size(), last + 1 - before));
            if (from < to) {
                some.add(part.some(from, to));
            }
            before += part.size();
        }
        return some;
    }

    /** What the header {@code Content-Range} says of them. @param all how many there are */
    String told(long all) {
        return "values " + first + "-" + Math.min(last, all - 1) + "/" + all;
    }
}
