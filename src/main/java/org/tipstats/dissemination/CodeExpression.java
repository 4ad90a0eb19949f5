package org.tipstats.dissemination;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.problem.InputError;
import org.tipstats.schema.Code;
import org.tipstats.schema.CodeList;
import org.tipstats.schema.Dimension;

/**
 * What the value of one dimension's parameter asks for: codes separated by commas (or), {@code *} for all, {@code
 * children(X)} and {@code descendants(X)} of a code, and ranges of years {@code 2010:2016}, open at either end.
 */
public final class CodeExpression {

    private static final Pattern HIERARCHY = Pattern.compile("(children|descendants)\\(([^()]*)\\)");

    private final Dimension dimension;
    private final List<InputError> faults;

    /** @param faults where faults are added */
    public CodeExpression(Dimension dimension, List<InputError> faults) {
        this.dimension = dimension;
        this.faults = faults;
    }

    /** The positions asked for; null for all. */
    public BitSet positions(String value) {
        BitSet positions = new BitSet();
        boolean all = false;
        for (String term : value.split(",", -1)) {
            all |= term.equals("*");
            if (!term.equals("*")) {
                add(term, positions);
            }
        }
        return all ? null : positions;
    }

    private void add(String term, BitSet positions) {
        Matcher hierarchy = HIERARCHY.matcher(term);
        if (hierarchy.matches() && !dimension.isTime()) {
            addHierarchy(hierarchy.group(1), hierarchy.group(2), positions);
        } else if (dimension.isTime() && term.contains(":")) {
            addRange(term, positions);
        } else {
            int position = position(term);
            if (position >= 0) {
                positions.set(position);
            }
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
            fault(term, "A range has two ends, such as 2010:2016, 2010: or :2016.", List.of());
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
        if (position < 0) {
            if (dimension.isTime()) {
                fault(code, "\"" + code + "\" is not a year from " + dimension.firstYear() + " on.", List.of());
            } else {
                fault(
                        code,
                        "\"" + code + "\" is not a code of " + dimension.id() + ".",
                        CodeSuggestions.of(dimension.codes(), code));
            }
        }
        return position;
    }

    private void fault(String value, String message, List<String> suggestions) {
        faults.add(InputError.parameter(dimension.id(), value, message, suggestions));
    }
}
