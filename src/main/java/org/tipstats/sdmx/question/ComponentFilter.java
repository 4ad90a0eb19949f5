package org.tipstats.sdmx.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.vocabulary.cube.ObservationField;

/**
 * Parses the value of {@code c[COMPONENT]}: a condition on one component. A comma means "or", a plus means "and". A
 * value may begin with an operator, for example {@code ge:2010+le:2016,2020}.
 */
final class ComponentFilter {

    private static final Pattern TERM = Pattern.compile("([a-z]{2}):(.*)", Pattern.DOTALL);
    private static final Pattern NUMBER =
            Pattern.compile("(?=.{1,40}$)-?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE]-?[0-9]{1,3})?");
    private static final List<String> OF_TEXT = List.of("co", "nc", "sw", "ew");
    private static final int MAX_ALTERNATIVES = 1_000;

    private ComponentFilter() {}

    /** The kind of values of a component. Codes are texts even if they consist of digits. */
    enum Values {
        TEXTS,
        NUMBERS,
        PERIODS
    }

    /** Parses an expression into a test of the component's text. The text is null if the observation has no value. */
    static Predicate<String> of(String component, Values values, String expression) {
        List<Predicate<String>> any = new ArrayList<>();
        String[] alternatives = expression.split(",", -1);
        if (alternatives.length > MAX_ALTERNATIVES) {
            throw SdmxProblems.syntax(
                    "c[" + component + "]", null, "A filter may have at most " + MAX_ALTERNATIVES + " alternatives.");
        }
        for (String alternative : alternatives) {
            Predicate<String> all = text -> true;
            for (String term : alternative.split("\\+", -1)) {
                all = all.and(term(component, values, term));
            }
            any.add(all);
        }
        return text -> any.stream().anyMatch(each -> each.test(text));
    }

    private static Predicate<String> term(String component, Values values, String term) {
        Matcher form = TERM.matcher(term);
        String operator = form.matches() ? form.group(1) : "eq";
        String value = form.matches() ? form.group(2) : term;
        if (value.isEmpty()) {
            throw SdmxProblems.syntax("c[" + component + "]", term, "A value is missing.");
        }
        if (values == Values.PERIODS && !OF_TEXT.contains(operator)) {
            return period(component, operator, value);
        }
        ToIntFunction<String> order = values == Values.NUMBERS && !OF_TEXT.contains(operator)
                ? byNumber(component, value)
                : text -> text.compareTo(value);
        return switch (operator) {
            case "eq" -> text -> text != null && order.applyAsInt(text) == 0;
            case "ne" -> text -> text == null || order.applyAsInt(text) != 0;
            case "lt" -> text -> text != null && order.applyAsInt(text) < 0;
            case "le" -> text -> text != null && order.applyAsInt(text) <= 0;
            case "gt" -> text -> text != null && order.applyAsInt(text) > 0;
            case "ge" -> text -> text != null && order.applyAsInt(text) >= 0;
            case "co" -> text -> text != null && text.contains(value);
            case "nc" -> text -> text == null || !text.contains(value);
            case "sw" -> text -> text != null && text.startsWith(value);
            case "ew" -> text -> text != null && text.endsWith(value);
            default -> throw unknown(component, operator);
        };
    }

    private static Predicate<String> period(String component, String operator, String value) {
        TimeSpan span = TimeSpan.parse(value)
                .orElseThrow(
                        () -> SdmxProblems.syntax("c[" + component + "]", value, "\"" + value + "\" is not a period."));
        Predicate<TimeSpan> test = switch (operator) {
            case "eq" -> year -> year.equals(span);
            case "ne" -> year -> !year.equals(span);
            case "lt" -> year -> year.last().isBefore(span.first());
            case "le" -> year -> !year.last().isAfter(span.last());
            case "gt" -> year -> year.first().isAfter(span.last());
            case "ge" -> year -> !year.first().isBefore(span.first());
            default -> throw unknown(component, operator);
        };
        return text -> TimeSpan.parse(text).filter(test).isPresent();
    }

    private static RuntimeException unknown(String component, String operator) {
        return SdmxProblems.syntax(
                "c[" + component + "]", operator, "The operator must be eq, ne, lt, le, gt, ge, co, nc, sw or ew.");
    }

    private static ToIntFunction<String> byNumber(String component, String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw SdmxProblems.syntax("c[" + component + "]", value, "\"" + value + "\" is not a number.");
        }
        BigDecimal number = new BigDecimal(value);
        return text -> new BigDecimal(text).compareTo(number);
    }

    static Optional<ObservationField> field(List<ObservationField> fields, String id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }
}
