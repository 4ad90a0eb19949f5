package org.tipstats.vocabulary.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.vocabulary.schema.RepresentationMap;
import org.tipstats.vocabulary.schema.RepresentationMap.SourceValue;
import org.tipstats.vocabulary.schema.RepresentationMap.ValueMapping;
import org.tipstats.vocabulary.schema.SchemaException;

/**
 * Translates values by the mappings of a representation map. Fixed values have priority over regular expressions and
 * parts of values, whatever the order of the mappings.
 */
public final class ValueLookup {

    /** The largest length of a value that can match a regular expression. */
    private static final int MAX_VALUE = 1_000;

    private static final Pattern GROUP = Pattern.compile("\\\\([1-9][0-9]?)");

    private final Map<List<String>, List<String>> exact = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    /** A mapping with regular expressions or parts of values, and its compiled expressions. */
    private record Rule(ValueMapping mapping, List<Optional<Pattern>> patterns) {}

    /** Uses all mappings of the map, whatever their time of validity. */
    public ValueLookup(RepresentationMap map) {
        for (ValueMapping mapping : map.mappings()) {
            List<SourceValue> sources = mapping.sources();
            if (mapping.isExact()) {
                exact.putIfAbsent(sources.stream().map(SourceValue::value).toList(), mapping.targets());
            } else {
                rules.add(new Rule(
                        mapping, sources.stream().map(SourceValue::pattern).toList()));
            }
        }
    }

    /**
     * Returns the values of the target. Returns an empty list for a combination that the map leaves out on purpose, and
     * an empty {@code Optional} for a combination that the map does not know.
     *
     * @param values one value for each component of the source
     * @throws SchemaException if a regular expression takes too long
     */
    public Optional<List<String>> of(List<String> values) {
        List<String> found = exact.get(values);
        return found != null
                ? Optional.of(found)
                : rules.stream()
                        .map(rule -> translate(rule, values))
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    /** Returns the values of the target; null if the values do not match the rule. */
    private static List<String> translate(Rule rule, List<String> values) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < rule.patterns.size(); i++) {
            SourceValue source = rule.mapping.sources().get(i);
            String part = source.partOf(values.get(i));
            Pattern pattern = rule.patterns.get(i).orElse(null);
            if (pattern == null ? !part.equals(source.value()) : !matches(pattern, part, groups)) {
                return null;
            }
        }
        return rule.mapping.targets().stream()
                .map(target -> withGroups(target, groups))
                .toList();
    }

    /** Returns whether a value matches the expression, and adds the groups of the match to the list. */
    private static boolean matches(Pattern pattern, String value, List<String> groups) {
        if (value.length() > MAX_VALUE) {
            return false;
        }
        Matcher matcher = pattern.matcher(new LimitedText(value));
        String expression = pattern.pattern();
        boolean anchored = expression.startsWith("^") || (expression.endsWith("$") && !expression.endsWith("\\$"));
        boolean found = anchored ? matcher.find() : matcher.matches();
        for (int i = 1; found && i <= matcher.groupCount(); i++) {
            groups.add(Objects.requireNonNullElse(matcher.group(i), ""));
        }
        return found;
    }

    private static String withGroups(String target, List<String> groups) {
        return GROUP.matcher(target).replaceAll(found -> Matcher.quoteReplacement(group(found, groups)));
    }

    private static String group(MatchResult found, List<String> groups) {
        int number = Integer.parseInt(found.group(1));
        return number <= groups.size() ? groups.get(number - 1) : found.group();
    }

    /** Text with a limit on reads of characters, because some expressions would run almost without end. */
    private static final class LimitedText implements CharSequence {

        private static final int MAX_READS = 100_000;

        private final String text;
        private int reads;

        LimitedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++reads > MAX_READS) {
                throw new SchemaException("a regular expression takes too long for the value " + text);
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
