package org.tipstats.platform.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes the error in a JSON body: where the error is, and which value was expected, in the words of JSON. */
final class JsonProblems {

    private JsonProblems() {}

    /** Returns the problem to answer with; empty if the failure did not happen while a body was read. */
    static Optional<Problem> of(JsonProcessingException failure) {
        if (failure.getCause() instanceof ProblemException refused) {
            return Optional.of(refused.problem());
        }
        if (failure instanceof JsonMappingException mapping) {
            return mapping.getProcessor() instanceof JsonParser || exceedsReading(mapping.getCause())
                    ? Optional.of(problem(mapping, pointer(mapping), message(mapping)))
                    : Optional.empty();
        }
        return Optional.of(problem(failure, "", "The body is not JSON: " + syntax(failure) + "."));
    }

    /**
     * Returns whether a body exceeds a limit of the JSON reader. Reads the message, because the failure does not name
     * the reader.
     */
    private static boolean exceedsReading(Throwable failure) {
        return failure instanceof StreamConstraintsException limit
                && String.valueOf(limit.getOriginalMessage()).contains(StreamReadConstraints.class.getSimpleName());
    }

    private static Problem problem(JsonProcessingException failure, String pointer, String message) {
        InputError error = InputError.pointer(pointer, value(failure), message, suggestions(failure));
        return Problem.of(ProblemType.INVALID_BODY, message + place(failure.getLocation()))
                .error(error);
    }

    private static String place(JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " Line " + location.getLineNr() + ", column " + Math.max(1, location.getColumnNr()) + ".";
    }

    private static String syntax(JsonProcessingException failure) {
        if (failure instanceof JsonEOFException) {
            return "it ends too early";
        }
        if (failure instanceof StreamConstraintsException) {
            return "it is nested too deeply, or a name, number or text is too long";
        }
        return String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate field")
                ? "a member appears twice"
                : "a character is in the wrong place";
    }

    private static String message(JsonMappingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "There is no member \"" + unknown.getPropertyName() + "\" here.";
        }
        if (isDamagedText(failure)) {
            return "This text contains NUL or half a character.";
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return String.valueOf(mismatch.getOriginalMessage()).startsWith("Trailing token")
                    ? "The body has content after its end."
                    : "Here " + expected(mismatch.getTargetType()) + " is expected.";
        }
        if (failure.getCause() instanceof InputCoercionException) {
            return "This number is too large or too small.";
        }
        return failure.getCause() instanceof JsonProcessingException syntax
                ? "The body is not JSON: " + syntax(syntax) + "."
                : "This value cannot be read.";
    }

    /** Returns whether a text was refused because of invalid characters. Such a failure contains no value to show. */
    private static boolean isDamagedText(JsonMappingException failure) {
        return failure instanceof InvalidFormatException format
                && format.getTargetType() == String.class
                && format.getValue() == null;
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "an instant such as 2026-01-31T12:00:00Z";
        }
        if (type.isEnum()) {
            return "one of " + String.join(", ", names(type));
        }
        return type == String.class ? "a text" : "an object";
    }

    private static List<String> names(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    private static Object value(JsonProcessingException failure) {
        return failure instanceof InvalidFormatException format && format.getValue() != null
                ? String.valueOf(format.getValue())
                : null;
    }

    private static List<String> suggestions(JsonProcessingException failure) {
        if (failure instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return WordSuggestions.near(String.valueOf(format.getValue()), names(format.getTargetType()));
        }
        return failure instanceof UnrecognizedPropertyException unknown && unknown.getKnownPropertyIds() != null
                ? WordSuggestions.near(
                        unknown.getPropertyName(),
                        unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .toList())
                : List.of();
    }

    private static String pointer(JsonMappingException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            String name = step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
