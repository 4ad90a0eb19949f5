package org.tipstats.site.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Describes the coverage of the figures of each group of areas in a sentence. The sentence gives the lowest and the
 * highest coverage.
 */
record CoverageTexts(PageTexts texts) {

    List<String> of(Pivot pivot, Collection<Pivot.Line> lines) {
        KeySpace space = pivot.space();
        Dimension area = space.structure().area();
        Map<Integer, List<Coverage>> found = new TreeMap<>();
        for (Pivot.Line line : lines) {
            for (Observation observation : line.cells()) {
                if (observation != null && observation.coverage() != null) {
                    found.computeIfAbsent(space.position(observation.key(), area.position()), a -> new ArrayList<>())
                            .add(observation.coverage());
                }
            }
        }
        List<String> sentences = new ArrayList<>();
        found.forEach((position, some) ->
                sentences.add(of(texts.of(area.codes().at(position).name()), some)));
        return sentences;
    }

    /** Returns the sentence about the figures of one group of areas. */
    String of(String area, List<Coverage> some) {
        int least = some.stream().mapToInt(Coverage::reporting).min().orElseThrow();
        int most = some.stream().mapToInt(Coverage::reporting).max().orElseThrow();
        List<BigDecimal> shares = some.stream()
                .map(Coverage::population)
                .filter(share -> share != null)
                .sorted()
                .toList();
        Map<String, Object> values = new HashMap<>();
        values.put("area", area);
        values.put(
                "reporting",
                FigureCells.range(texts.numbers().whole(least), texts.numbers().whole(most), texts));
        values.put("areas", texts.numbers().whole(some.get(0).areas()));
        if (shares.isEmpty()) {
            return texts.say("explorer.coverage.unknown", values);
        }
        String smallest = texts.numbers().exact(shares.get(0));
        String largest = texts.numbers().exact(shares.get(shares.size() - 1));
        values.put("share", FigureCells.range(smallest, largest, texts));
        return texts.say("explorer.coverage", values);
    }
}
