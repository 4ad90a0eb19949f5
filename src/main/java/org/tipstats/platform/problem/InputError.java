package org.tipstats.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One fault of the input. It has either a parameter or a pointer.
 *
 * @param pointer the location in the JSON body as a JSON Pointer (RFC 6901); empty for the whole body
 * @param value the value that was sent, shortened; null if there was no value
 * @param suggestions values that the caller probably meant, the likeliest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputError(String parameter, String pointer, Object value, String message, List<String> suggestions) {

    private static final int MAX_VALUE_LENGTH = 100;

    public InputError {
        suggestions = suggestions == null ? List.of() : List.copyOf(suggestions);
        value = value instanceof String text && text.length() > MAX_VALUE_LENGTH ? shortened(text) : value;
    }

    public static InputError parameter(String name, Object value, String message, List<String> suggestions) {
        return new InputError(name, null, value, message, suggestions);
    }

    public static InputError parameter(String name, Object value, String message) {
        return parameter(name, value, message, List.of());
    }

    public static InputError pointer(String pointer, Object value, String message, List<String> suggestions) {
        return new InputError(null, pointer, value, message, suggestions);
    }

    public static InputError pointer(String pointer, Object value, String message) {
        return pointer(pointer, value, message, List.of());
    }

    /** Cuts a text that is too long, but never cuts a surrogate pair in two. */
    private static String shortened(String text) {
        int end =
                Character.isHighSurrogate(text.charAt(MAX_VALUE_LENGTH - 1)) ? MAX_VALUE_LENGTH - 1 : MAX_VALUE_LENGTH;
        return text.substring(0, end) + "…";
    }
}
