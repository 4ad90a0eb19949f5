package org.tipstats.files.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tipstats.files.csv.RowSource.Assumption;
import org.tipstats.files.csv.RowSource.Assumption.Kind;

/** Collects assumptions. Keeps one assumption of each kind, with its first and its last line. */
final class Assumptions {

    private final Map<Kind, Assumption> byKind = new EnumMap<>(Kind.class);

    void note(Kind kind, int line, String text) {
        byKind.merge(
                kind,
                new Assumption(kind, line, line, text),
                (before, now) -> new Assumption(
                        kind,
                        Math.min(before.line(), now.line()),
                        Math.max(before.lastLine(), now.lastLine()),
                        before.text()));
    }

    /** Returns the assumptions in the order of their first lines. */
    List<Assumption> list() {
        List<Assumption> all = new ArrayList<>(byKind.values());
        all.sort(Comparator.comparing(Assumption::line));
        return all;
    }
}
