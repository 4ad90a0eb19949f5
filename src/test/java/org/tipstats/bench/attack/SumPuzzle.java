package org.tipstats.bench.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Unknown whole numbers, each between two limits, and relations about their sums. */
final class SumPuzzle {

    private final List<String> names = new ArrayList<>();
    private final List<long[]> limits = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();

    /** Adds an unknown and returns its number. */
    int unknown(String name, long least, long most) {
        names.add(name);
        limits.add(new long[] {least, most});
        return names.size() - 1;
    }

    /** Narrows the limits of one unknown. */
    void narrow(int unknown, long least, long most) {
        long[] known = limits.get(unknown);
        known[0] = Math.max(known[0], least);
        known[1] = Math.min(known[1], most);
    }

    /** Adds the relation that a sum equals a number. */
    void equation(long sum, boolean assumed, String source, int... unknowns) {
        int[] ones = new int[unknowns.length];
        Arrays.fill(ones, 1);
        add(new Relation(unknowns, ones, sum, sum, assumed, source));
    }

    void add(Relation relation) {
        if (relation.unknowns().length > 0) {
            relations.add(relation);
        }
    }

    int size() {
        return names.size();
    }

    String name(int unknown) {
        return names.get(unknown);
    }

    long least(int unknown) {
        return limits.get(unknown)[0];
    }

    long most(int unknown) {
        return limits.get(unknown)[1];
    }

    List<Relation> relations() {
        return relations;
    }

    /**
     * Returns the independent parts of the puzzle as the numbers of their unknowns, in the order of their first
     * unknowns.
     */
    List<int[]> parts() {
        int[] leader = new int[size()];
        Arrays.setAll(leader, i -> i);
        for (Relation relation : relations) {
            for (int unknown : relation.unknowns()) {
                int a = find(leader, relation.unknowns()[0]);
                int b = find(leader, unknown);
                leader[Math.max(a, b)] = Math.min(a, b);
            }
        }
        List<List<Integer>> members = new ArrayList<>();
        int[] place = new int[size()];
        Arrays.fill(place, -1);
        for (int i = 0; i < size(); i++) {
            int first = find(leader, i);
            if (place[first] < 0) {
                place[first] = members.size();
                members.add(new ArrayList<>());
            }
            members.get(place[first]).add(i);
        }
        return members.stream()
                .map(part -> part.stream().mapToInt(i -> i).toArray())
                .toList();
    }

    private static int find(int[] leader, int of) {
        int current = of;
        while (leader[current] != current) {
            leader[current] = leader[leader[current]];
            current = leader[current];
        }
        return current;
    }

    /** Returns a part as a puzzle of its own. Its unknown i is the i-th of the given unknowns. */
    SumPuzzle part(int[] unknowns, List<Relation> ofPart) {
        int[] place = new int[size()];
        SumPuzzle part = new SumPuzzle();
        for (int i = 0; i < unknowns.length; i++) {
            place[unknowns[i]] = i;
            part.unknown(name(unknowns[i]), least(unknowns[i]), most(unknowns[i]));
        }
        for (Relation r : ofPart) {
            int[] renumbered = Arrays.stream(r.unknowns()).map(u -> place[u]).toArray();
            part.add(new Relation(renumbered, r.signs(), r.least(), r.most(), r.assumed(), r.source()));
        }
        return part;
    }
}
