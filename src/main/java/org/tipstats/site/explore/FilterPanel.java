package org.tipstats.site.explore;

import com.ibm.icu.text.Collator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tipstats.disseminate.query.PublicData;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Makes the boxes in which one chooses: every code that has figures under the other choices, with how many. */
final class FilterPanel {

    /** A box. @param chosen how many of how many, in words @param all whether nothing is left out */
    record Box(String id, String name, String chosen, boolean all, boolean large, List<Option> options) {}

    /** A code. @param count how many figures, in words @param depth in the tree, from 0 to 3 */
    record Option(String code, String name, String count, boolean checked, int depth) {}

    /** A choice that can be taken back. @param address of the page without it @param only of the page with no other */
    record Chip(String name, String address, String only) {}

    private static final int MOST_CHIPS = 12;
    private static final int SEARCHED = 12;

    private final PublicData.Found found;
    private final PageTexts texts;
    private final Names names;
    private final NumberTexts numbers;

    FilterPanel(PublicData.Found found, PageTexts texts) {
        this.found = found;
        this.texts = texts;
        this.names = new Names(texts);
        this.numbers = new NumberTexts(texts);
    }

    /** @param empty dimensions of which nothing is chosen */
    List<Box> boxes(List<String> empty) {
        return dimensions()
                .map(dimension -> box(dimension, empty.contains(dimension.id())))
                .toList();
    }

    private Stream<Dimension> dimensions() {
        return found.selection().dataflow().structure().dimensions().stream().filter(d -> d.size() > 1);
    }

    private Box box(Dimension dimension, boolean empty) {
        int[] offered = found.offered().get(dimension.position());
        BitSet wanted = empty ? new BitSet() : found.wanted().get(dimension.position());
        List<Option> options = new ArrayList<>();
        int chosen = 0;
        for (int position = 0; position < offered.length; position++) {
            boolean checked = wanted != null && wanted.get(position);
            if (offered[position] > 0 || checked) {
                options.add(option(dimension, position, offered[position], checked));
                chosen += checked ? 1 : 0;
            }
        }
        if (dimension.role() == Role.AREA) {
            sortAreas(options, dimension);
        }
        String words = wanted == null
                ? texts.say("explorer.chosen.all")
                : texts.say("explorer.chosen", "n", numbers.whole(chosen), "all", numbers.whole(options.size()));
        return new Box(dimension.id(), names.of(dimension), words, wanted == null, options.size() >= SEARCHED, options);
    }

    private Option option(Dimension dimension, int position, int count, boolean checked) {
        String words = count == 0 ? texts.say("explorer.no-data") : numbers.whole(count);
        int depth = dimension.isTime() || dimension.role() == Role.AREA
                ? 0
                : Math.min(
                        3,
                        dimension
                                .codes()
                                .ancestors(dimension.codes().at(position))
                                .size());
        return new Option(dimension.valueAt(position), names.of(dimension, position), words, checked, depth);
    }

    /** Regions first, in their order; then areas by name, as the reader's language sorts them. */
    private void sortAreas(List<Option> options, Dimension area) {
        Collator collator = texts.collator();
        Comparator<Option> regions =
                Comparator.comparing(option -> !code(area, option).isAreaGroup());
        options.sort(regions.thenComparing((one, other) -> code(area, one).isAreaGroup()
                        && code(area, other).isAreaGroup()
                ? Integer.compare(code(area, one).position(), code(area, other).position())
                : collator.compare(one.name(), other.name())));
    }

    private static Code code(Dimension area, Option option) {
        return area.codes().find(option.code()).orElseThrow();
    }

    /** Choices that can be taken back one by one; none of a dimension of which many, or only one, are chosen. */
    List<Chip> chips(ExplorerQuery query) {
        List<Chip> chips = new ArrayList<>();
        dimensions().forEach(dimension -> {
            BitSet wanted = found.wanted().get(dimension.position());
            if (wanted != null && wanted.cardinality() > 1 && wanted.cardinality() <= MOST_CHIPS) {
                wanted.stream().forEach(position -> chips.add(chip(query, dimension, wanted, position)));
            }
        });
        return chips;
    }

    private Chip chip(ExplorerQuery query, Dimension dimension, BitSet wanted, int position) {
        List<String> rest = wanted.stream()
                .filter(other -> other != position)
                .mapToObj(dimension::valueAt)
                .toList();
        String language = "/" + texts.language();
        return new Chip(
                names.of(dimension, position),
                language + query.with(dimension.id(), String.join(",", rest)).path(),
                language
                        + query.with(dimension.id(), dimension.valueAt(position))
                                .path());
    }
}
