package org.tipstats.platform.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tipstats.platform.problem.ProblemException;

/**
 * A request for a part of a list.
 *
 * @param after the position after which the page begins, decoded from the cursor; null for the start of the list
 */
public record PageRequest(int limit, String after) {

    public static final int MAX_LIMIT = 10_000;

    /** Largest number of items on a page if the request sets no limit. */
    public static final int USUAL = 100;

    /**
     * Reads the parameters {@code limit} and {@code cursor}, each of which may be null.
     *
     * @throws ProblemException with status 400 if one of the parameters is not valid
     */
    public static PageRequest of(String limit, String cursor) {
        return new PageRequest(limit == null ? USUAL : parseLimit(limit), cursor == null ? null : decode(cursor));
    }

    /**
     * Returns the position after which the page begins; empty for the start of the list.
     *
     * @param parser reads a position and fails if the position does not belong to this list
     * @throws ProblemException with status 400 if the parser fails
     */
    public <T> Optional<T> after(Function<String, T> parser) {
        try {
            return Optional.ofNullable(after).map(parser);
        } catch (RuntimeException e) {
            throw badCursor(encode(after));
        }
    }

    /**
     * Returns the number of items before the page, for a list whose cursor is a number of items.
     *
     * @throws ProblemException with status 400 if the cursor is not valid
     */
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

    /** Returns the number of items to read from the database: one more than fits on the page, see {@link Page#of}. */
    public int oneMore() {
        return limit + 1;
    }

    private static int parseLimit(String limit) {
        if (limit.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MAX_LIMIT) {
                return number;
            }
        }
        throw ProblemException.parameter(
                "limit", limit, "\"limit\" must be a whole number from 1 to " + MAX_LIMIT + ".", List.of());
    }

    public static String encode(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            String place = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (place.indexOf('\0') >= 0) {
                throw badCursor(cursor); // no text in the database has the character NUL
            }
            return place;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw badCursor(cursor);
        }
    }

    private static ProblemException badCursor(String cursor) {
        return ProblemException.parameter(
                "cursor", cursor, "\"cursor\" must come from \"next\" of this list.", List.of());
    }
}
