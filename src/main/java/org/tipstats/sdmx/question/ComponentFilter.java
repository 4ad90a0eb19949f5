package org.tipstats.sdmx.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.vocabulary.cube.ObservationField;

/**
 * Parses the value of {@code c[COMPONENT]}: a condition on one component. A comma means "or", a plus means "and". A
 * value may begin with an operator, for example {@code ge:2010+le:2016,2020}.
 */
final class ComponentFilter {

    private static final Pattern TERM = Pattern.compile("([a-z]{2}):(.*)", Pattern.DOTALL);
    private static final int MAX_ALTERNATIVES = 1_000;

    private ComponentFilter() {}

    /**
     * Parses an expression into a test of the component's text. The text is null if the observation has no value.
     *
     * @param time whether the component is the time dimension, whose values are compared as periods
     * @param coded whether the values are codes, which are compared as texts even if they consist of digits
     */
    static Predicate<String> of(String component, boolean time, boolean coded, String expression) {
        List<Predicate<String>> any = new ArrayList<>();
        String[] alternatives = expression.split(",", -1);
        if (alternatives.length > MAX_ALTERNATIVES) {
            throw SdmxProblems.syntax(
                    "c[" + component + "]", null, "A filter may have at most " + MAX_ALTERNATIVES + " alternatives.");
        }
        for (String alternative : alternatives) {
            Predicate<String> all = text -> true;
            for (String term : alternative.split("\\+", -1)) {
                all = all.and(term(component, time, coded, term));
            }
            any.add(all);
        }
        return text -> any.stream().anyMatch(each -> each.test(text));
    }

    private static Predicate<String> term(String component, boolean time, boolean coded, String term) {
        Matcher form = TERM.matcher(term);
        String operator = form.matches() ? form.group(1) : "eq";
        String value = form.matches() ? form.group(2) : term;
        if (value.isEmpty()) {
            throw SdmxProblems.syntax("c[" + component + "]", term, "A value is missing.");
        }
        if (time && !List.of("co", "nc", "sw", "ew").contains(operator)) {
            return period(component, operator, value);
        }
        Comparator<String> order = coded ? Comparator.naturalOrder() : ComponentFilter::compare;
        return switch (operator) {
            case "eq" -> text -> text != null && order.compare(text, value) == 0;
            case "ne" -> text -> text == null || order.compare(text, value) != 0;
            case "lt" -> text -> text != null && order.compare(text, value) < 0;
            case "le" -> text -> text != null && order.compare(text, value) <= 0;
            case "gt" -> text -> text != null && order.compare(text, value) > 0;
            case "ge" -> text -> text != null && order.compare(text, value) >= 0;
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

    /** Compares two texts: as numbers if both are numbers, else as texts. */
    private static int compare(String text, String value) {
        Optional<BigDecimal> one = number(text);
        Optional<BigDecimal> other = number(value);
        return one.isPresent() && other.isPresent() ? one.get().compareTo(other.get()) : text.compareTo(value);
    }

    private static Optional<BigDecimal> number(String text) {
        return text.length() <= 40 && text.matches("-?[0-9]+(\\.[0-9]+)?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    static Optional<ObservationField> field(List<ObservationField> fields, String id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }
}
