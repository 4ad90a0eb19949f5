package org.tipstats.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an attack on a service has brought.
 *
 * @param withheld how many counts of the service are withheld
 * @param masked how many counts their providers masked
 * @param recovered what was found and is true, as sentences
 * @param unverifiable what was found though only the provider knows whether it is true
 * @param wrong what seemed to have one value only, but has another
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

    /** The report for people. @param examples how many of each kind are told */
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
