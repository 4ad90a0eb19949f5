package org.tipstats.publish.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An intruder who has the figures of two sources for one area and year, by sex, and tries every table in whole numbers.
 * This intruder knows more than any real one: which figures of the two sources are equal, hidden or not.
 */
final class TwinAttack {

    /**
     * One source.
     *
     * @param figures its true figures by code; {@code _T} is the total
     * @param published the codes of the published figures
     */
    record Source(Map<String, Integer> figures, Set<String> published) {

        Source {
            figures = new TreeMap<>(figures);
            published = new TreeSet<>(published);
        }
    }

    private static final String TOTAL = "_T";
    private static final int MOST = 13;

    private final List<Source> sources;
    private final Set<String> known = new TreeSet<>();
    private final List<String> unknowns = new ArrayList<>();
    private final Map<String, Set<Integer>> possible = new TreeMap<>();

    TwinAttack(Source official, Source beside) {
        this.sources = List.of(official, beside);
        for (int source = 0; source < 2; source++) {
            for (String code : sources.get(source).published()) {
                known.add(variable(source, code));
            }
        }
        Set<String> hidden = new TreeSet<>();
        for (int source = 0; source < 2; source++) {
            for (String code : sources.get(source).figures().keySet()) {
                if (!known.contains(variable(source, code))) {
                    possible.put(variable(source, code), new TreeSet<>());
                    if (!code.equals(TOTAL)) {
                        hidden.add(variable(source, code));
                    }
                }
            }
        }
        unknowns.addAll(hidden);
        search(new TreeMap<>(), 0);
    }

    /** Returns the possible values of a figure. A single value means that it was found out. */
    Set<Integer> possible(int source, String code) {
        String variable = variable(source, code);
        return known.contains(variable)
                ? Set.of(sources.get(source).figures().get(code))
                : Set.copyOf(possible.get(variable));
    }

    /** Returns the variable of a figure. Equal figures of a code share one. */
    private String variable(int source, String code) {
        Integer official = sources.get(0).figures().get(code);
        Integer own = sources.get(source).figures().get(code);
        return code + "=" + (own.equals(official) ? 0 : source);
    }

    private int truth(String variable) {
        int source = variable.charAt(variable.length() - 1) - '0';
        return sources.get(source).figures().get(variable.substring(0, variable.indexOf('=')));
    }

    private void search(Map<String, Integer> guess, int next) {
        if (next == unknowns.size()) {
            conclude(guess);
            return;
        }
        String unknown = unknowns.get(next);
        for (int value = truth(unknown) == 0 ? 0 : 1; value <= MOST; value++) {
            guess.put(unknown, value);
            if (mayFit(guess, 0) && mayFit(guess, 1)) {
                search(guess, next + 1);
            }
        }
        guess.remove(unknown);
    }

    private boolean mayFit(Map<String, Integer> guess, int source) {
        String total = variable(source, TOTAL);
        return !known.contains(total) || sum(guess, source) <= truth(total);
    }

    /**
     * Adds the guess if all sums hold. A hidden total is the sum; it is one variable if it is equal in both sources.
     */
    private void conclude(Map<String, Integer> guess) {
        Map<String, Integer> totals = new TreeMap<>();
        for (int source = 0; source < 2; source++) {
            String total = variable(source, TOTAL);
            int sum = sum(guess, source);
            Integer other = known.contains(total) ? Integer.valueOf(truth(total)) : totals.putIfAbsent(total, sum);
            if (other != null && other != sum) {
                return;
            }
        }
        guess.forEach((unknown, value) -> possible.get(unknown).add(value));
        totals.forEach((total, sum) -> possible.get(total).add(sum));
    }

    private int sum(Map<String, Integer> guess, int source) {
        int sum = 0;
        for (String code : sources.get(source).figures().keySet()) {
            String variable = variable(source, code);
            if (!code.equals(TOTAL)) {
                sum += known.contains(variable) ? truth(variable) : guess.getOrDefault(variable, 0);
            }
        }
        return sum;
    }
}
