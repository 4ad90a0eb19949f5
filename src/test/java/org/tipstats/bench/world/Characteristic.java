package org.tipstats.bench.world;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/**
 * The codes that a provider distinguishes in one dimension.
 *
 * @param finest the codes of records
 * @param weights the frequencies of these codes, in the same order
 * @param told the codes of tables, without the total
 */
record Characteristic(List<String> finest, double[] weights, List<String> told) {

    String drawn(TestRandom chance) {
        return finest.get(chance.drawn(weights));
    }

    /** Returns the codes of a table that has every code and the total. */
    List<String> withTotal() {
        List<String> all = new ArrayList<>(told);
        all.add("_T");
        return all;
    }

    /** Returns the codes of a table for which it has no broader code except the total. */
    List<String> broad(CodeList list) {
        return told.stream()
                .filter(code -> ancestors(list, code).stream().noneMatch(told::contains))
                .toList();
    }

    private static List<String> ancestors(CodeList list, String code) {
        return list.ancestors(list.find(code).orElseThrow()).stream()
                .map(Code::id)
                .toList();
    }
}
