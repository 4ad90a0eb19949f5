package org.tipstats.world;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/**
 * What a provider tells apart in one dimension.
 *
 * @param finest the codes that records carry
 * @param weights how frequent they are, in the same order
 * @param told the codes that tables have, the total not among them
 */
record Characteristic(List<String> finest, double[] weights, List<String> told) {

    String drawn(Chance chance) {
        return finest.get(chance.drawn(weights));
    }

    /** The codes of a table that has every code and the total. */
    List<String> withTotal() {
        List<String> all = new ArrayList<>(told);
        all.add("_T");
        return all;
    }

    /** Those of the codes of a table that have no broader one in it but the total. */
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
