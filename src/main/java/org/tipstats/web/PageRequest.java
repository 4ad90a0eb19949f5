package org.tipstats.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tipstats.problem.ProblemException;

/**
 * Which part of a list is asked for.
 *
 * @param limit at most so many items
 * @param after what the cursor stands for: the place in the list after which to go on, or null for its start
 */
public record PageRequest(int limit, String after) {

    /** The most items of one page. */
    public static final int MOST = 10_000;

    /** The items of a page when nothing is said. */
    public static final int USUAL = 100;

    /** The request in the parameters {@code limit} and {@code cursor}, either of which may be null; else a 400. */
    public static PageRequest of(String limit, String cursor) {
        return new PageRequest(limit == null ? USUAL : parseLimit(limit), cursor == null ? null : decode(cursor));
    }

    /** The place to go on after, read by the parser; a 400 when the cursor is none of this list's. */
    public <T> Optional<T> after(Function<String, T> parser) {
        try {
            return Optional.ofNullable(after).map(parser);
        } catch (RuntimeException e) {
            throw badCursor(encode(after));
        }
    }

    /** How many items come before the page, for a list whose cursor is a number of items; a 400 when it is none. */
    public int offset() {
        return after(PageRequest::count).orElse(0);
    }

    private static int count(String place) {
        int count = Integer.parseInt(place);
        if (count < 0) {
            throw new NumberFormatException(place);
        }
        return count;
    }

    /** What to ask the database for: one more than wanted, see {@link Page#of}. */
    public int oneMore() {
        return limit + 1;
    }

    private static int parseLimit(String limit) {
        if (limit.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        }
        throw ProblemException.parameter(
                "limit", limit, "\"limit\" must be a whole number from 1 to " + MOST + ".", List.of());
    }

    /** The cursor that stands for a place. */
    public static String encode(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            byte[] place = Base64.getUrlDecoder().decode(cursor);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(place))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw badCursor(cursor);
        }
    }

    private static ProblemException badCursor(String cursor) {
        return ProblemException.parameter(
                "cursor", cursor, "\"cursor\" must come from \"next\" of this list.", List.of());
    }
}
