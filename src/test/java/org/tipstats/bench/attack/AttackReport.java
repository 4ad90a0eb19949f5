package org.tipstats.bench.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of an attack on a service.
 *
 * @param withheld the number of counts that the service withholds
 * @param masked the number of counts that their providers masked
 * @param recovered findings that are true, as sentences
 * @param unverifiable findings that only the provider can check
 * @param wrong findings that are false: the cell seemed to have only one possible value, but has another
 * @param numbers further numbers by what they count
 */
record AttackReport(
        int withheld,
        int masked,
        List<String> recovered,
        List<String> unverifiable,
        List<String> wrong,
        Map<String, Integer> numbers) {

    AttackReport(int withheld, int masked) {
        this(withheld, masked, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
    }

    void count(String what, int number) {
        if (number != 0) {
            numbers.merge(what, number, Integer::sum);
        }
    }

    /**
     * Returns the report for people.
     *
     * @param examples the number of findings of each kind to list
     */
    String text(int examples) {
        StringBuilder text = new StringBuilder();
        text.append(withheld).append(" counts withheld, ").append(masked).append(" masked by their providers\n");
        numbers.forEach((what, number) ->
                text.append("  ").append(what).append(": ").append(number).append('\n'));
        list(text, "recovered", recovered, examples);
        list(text, "found, truth unknown", unverifiable, examples);
        list(text, "unique but wrong", wrong, examples);
        return text.toString();
    }

    private static void list(StringBuilder text, String what, List<String> items, int examples) {
        text.append(what).append(": ").append(items.size()).append('\n');
        items.stream()
                .limit(examples)
                .forEach(item -> text.append("    ").append(item).append('\n'));
    }
}
