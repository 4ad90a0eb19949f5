package org.tipstats.disseminate.query;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.platform.problem.InputError;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Reads the value of one dimension's parameter. The value is a list of terms, separated by commas. A comma means "or".
 * A term is a code, {@code *} for all codes, {@code children(X)} or {@code descendants(X)} of a code, a range of years
 * such as {@code 2010:2016} (the first or the last year may be left out), or {@code latest(3)} for the latest years
 * that have data.
 */
public final class CodeExpression {

    /**
     * Largest number of faults reported for one request. The limit saves time: suggestions compare each unknown code
     * with all codes.
     */
    public static final int MAX_FAULTS = 50;

    private static final Pattern HIERARCHY = Pattern.compile("(children|descendants)\\(([^()]*)\\)");
    private static final Pattern LATEST = Pattern.compile("latest\\(([^()]*)\\)");
    private static final Pattern TWO_YEARS = Pattern.compile("([0-9]{4})[^0-9]+([0-9]{4})");
    private static final Pattern FUNCTION =
            Pattern.compile("(children|descendants|latest)\\(.*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Dimension dimension;
    private final List<InputError> faults;
    private int latest;

    /** @param faults the list to which the faults in the value are added */
    public CodeExpression(Dimension dimension, List<InputError> faults) {
        this.dimension = dimension;
        this.faults = faults;
    }

    /**
     * Reads a value and returns the positions that it selects.
     *
     * @return the selected positions; null if the value selects all positions
     */
    public BitSet positions(String value) {
        BitSet positions = new BitSet();
        boolean all = false;
        for (String term : value.split(",", -1)) {
            all |= term.equals("*");
            if (!term.equals("*")) {
                add(term, positions);
            }
        }
        latest = all ? 0 : latest;
        return all ? null : positions;
    }

    /**
     * Returns how many of the latest years the value selects in addition to the positions; 0 if it selects none. Call
     * {@link #positions} first.
     */
    public int latest() {
        return latest;
    }

    /**
     * Reads the value of a parameter that selects rows other than observations. {@code latest} has no meaning for such
     * rows, so it is a fault.
     *
     * @param value null if the parameter is not given
     * @return the selected positions; null if all positions are selected
     */
    public static BitSet ofRows(Dimension dimension, String value, List<InputError> faults) {
        if (value == null) {
            return null;
        }
        CodeExpression expression = new CodeExpression(dimension, faults);
        BitSet positions = expression.positions(value);
        if (expression.latest() > 0) {
            expression.fault(value, "latest() selects observations only. Write a range of years here.", List.of());
        }
        return positions;
    }

    private void add(String term, BitSet positions) {
        Matcher hierarchy = HIERARCHY.matcher(term);
        Matcher last = LATEST.matcher(term);
        if (hierarchy.matches() && !dimension.isTime()) {
            addHierarchy(hierarchy.group(1), hierarchy.group(2), positions);
        } else if (last.matches() && dimension.isTime()) {
            addLatest(term, last.group(1));
        } else if (dimension.isTime() && term.contains(":")) {
            addRange(term, positions);
        } else {
            int position = position(term);
            if (position >= 0) {
                positions.set(position);
            }
        }
    }

    private void addLatest(String term, String number) {
        int years = NUMBER.matcher(number).matches() ? Integer.parseInt(number) : 0;
        if (years < 1 || years > dimension.size()) {
            fault(
                    term,
                    "latest() takes a number of years from 1 to " + dimension.size() + ".",
                    List.of(years == 0 ? "latest(1)" : "latest(" + dimension.size() + ")"));
        } else {
            latest = Math.max(latest, years);
        }
    }

    private void addHierarchy(String function, String parent, BitSet positions) {
        int position = position(parent);
        if (position >= 0) {
            CodeList codes = dimension.codes();
            List<Code> below = function.equals("children")
                    ? codes.children(codes.at(position))
                    : codes.descendants(codes.at(position));
            below.forEach(code -> positions.set(code.position()));
        }
    }

    private void addRange(String term, BitSet positions) {
        String[] ends = term.split(":", -1);
        if (ends.length != 2) {
            fault(term, "Write a range as 2010:2016, 2010: or :2016.", List.of());
            return;
        }
        int from = ends[0].isEmpty() ? 0 : position(ends[0]);
        int to = ends[1].isEmpty() ? dimension.size() - 1 : position(ends[1]);
        if (from < 0 || to < 0) {
            return;
        }
        if (from > to) {
            fault(term, "The range ends before it begins.", List.of(ends[1] + ":" + ends[0]));
            return;
        }
        positions.set(from, to + 1);
    }

    private int position(String code) {
        int position = dimension.positionOf(code);
        if (position < 0 && faults.size() < MAX_FAULTS) {
            if (dimension.isTime()) {
                fault(code, "\"" + code + "\" is not a year from " + dimension.firstYear() + " on.", spellings(code));
            } else {
                fault(code, "\"" + code + "\" is not a code of " + dimension.id() + ".", spellings(code));
            }
        }
        return position;
    }

    /** Suggests what an unknown term may stand for, such as 2010:2016 for 2010-2016, and AUT,DEU for AUT+DEU. */
    private List<String> spellings(String term) {
        String call = FUNCTION.matcher(term).matches() ? inLowerCase(term) : term;
        if (!call.equals(term) && call.startsWith("latest") == dimension.isTime()) {
            return List.of(call);
        }
        if (dimension.isTime()) {
            Matcher two = TWO_YEARS.matcher(term);
            if (two.matches()) {
                return List.of(two.group(1) + ":" + two.group(2));
            }
            return term.equalsIgnoreCase("latest") ? List.of("latest(1)") : List.of();
        }
        List<String> codes = List.of(term.split("[+;| ]+"));
        return codes.size() > 1 && codes.stream().allMatch(code -> dimension.positionOf(code) >= 0)
                ? List.of(String.join(",", codes))
                : suggestions(dimension.codes(), term);
    }

    /** Writes the name of a function in lower case and leaves the code in its brackets. */
    private static String inLowerCase(String call) {
        int bracket = call.indexOf('(');
        return call.substring(0, bracket).toLowerCase(Locale.ROOT) + call.substring(bracket);
    }

    private void fault(String value, String message, List<String> suggestions) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(InputError.parameter(dimension.id(), value, message, suggestions));
        }
    }

    /** Suggests codes for an unknown code in a query, in the same way as for an unknown code in a file. */
    static List<String> suggestions(CodeList codes, String text) {
        return Suggestions.of(codes).forText(text);
    }
}
