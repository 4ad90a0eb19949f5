package org.tipstats.site.explore;

import com.ibm.icu.text.Collator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Makes the boxes in which a reader chooses codes, one for each dimension that has several codes. A box offers the
 * codes that have figures for the codes chosen in the other boxes, and the number of these figures. A chosen code is in
 * the box even if it has no figures.
 */
record FilterPanel(PublicData.QueryResult found, PageTexts texts) {

    /**
     * A box with the codes of one dimension.
     *
     * @param chosen the names of one or two chosen codes, otherwise their number, or a text for all codes
     * @param all true if all codes are selected
     * @param large true if the box is long enough to need a search field
     * @param codelist the id of the code list, which has the names in all languages; null for years
     */
    record Box(
            String id, String name, String chosen, boolean all, boolean large, String codelist, List<Option> options) {}

    /**
     * A code in a box.
     *
     * @param count the number of figures with this code, as text
     * @param depth depth in the tree of codes, from 0 to 3; always 0 for areas and years
     * @param heading a heading above this code and the codes after it; null if there is none
     */
    record Option(String code, String name, String count, boolean checked, int depth, String heading) {

        Option below(String text) {
            return new Option(code, name, count, checked, depth, text);
        }
    }

    private static final int MAX_NAMES = 2;
    private static final int MIN_OPTIONS_FOR_SEARCH = 12;

    /**
     * Makes the boxes.
     *
     * @param empty ids of the dimensions in which the reader has chosen nothing
     */
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
        for (int position = 0; position < offered.length; position++) {
            boolean checked = wanted != null && wanted.get(position);
            if (offered[position] > 0 || checked) {
                options.add(option(dimension, position, offered[position], checked));
            }
        }
        if (dimension.role() == Role.AREA) {
            sortAreas(options, dimension);
        }
        return new Box(
                dimension.id(),
                texts.name(dimension),
                wanted == null ? texts.say("explorer.chosen.all") : chosen(options),
                wanted == null,
                options.size() >= MIN_OPTIONS_FOR_SEARCH,
                dimension.isTime() ? null : dimension.codes().id(),
                options);
    }

    private String chosen(List<Option> options) {
        List<String> names =
                options.stream().filter(Option::checked).map(Option::name).toList();
        NumberTexts numbers = texts.numbers();
        return !names.isEmpty() && names.size() <= MAX_NAMES
                ? texts.joined(names)
                : texts.say("explorer.chosen", "n", numbers.whole(names.size()), "all", numbers.whole(options.size()));
    }

    private Option option(Dimension dimension, int position, int count, boolean checked) {
        String words =
                count == 0 ? texts.say("explorer.no-data") : texts.numbers().whole(count);
        int depth = dimension.isTime() || dimension.role() == Role.AREA
                ? 0
                : Math.min(
                        3,
                        dimension
                                .codes()
                                .ancestors(dimension.codes().at(position))
                                .size());
        return new Option(dimension.valueAt(position), texts.of(dimension, position), words, checked, depth, null);
    }

    /**
     * Sorts regions first, in the order of their list, then groups that this deployment adds to the M49 regions, then
     * areas by name in the reader's language. Headings separate the added groups from the other codes.
     */
    private void sortAreas(List<Option> options, Dimension area) {
        Collator collator = texts.collator();
        Comparator<Option> kinds = Comparator.comparing(option -> kind(area, option));
        options.sort(kinds.thenComparing((one, other) -> code(area, one).isAreaGroup()
                        && code(area, other).isAreaGroup()
                ? Integer.compare(code(area, one).position(), code(area, other).position())
                : collator.compare(one.name(), other.name())));
        List<AreaKind> found =
                options.stream().map(option -> kind(area, option)).toList();
        int groups = found.indexOf(AreaKind.GROUP);
        int areas = found.indexOf(AreaKind.AREA);
        if (groups >= 0) {
            options.set(groups, options.get(groups).below(texts.say("areas.groups")));
        }
        if (groups >= 0 && areas >= 0) {
            options.set(areas, options.get(areas).below(texts.say("areas.heading")));
        }
    }

    /** The kinds of codes in the box of areas, in their order. */
    private enum AreaKind {
        REGION,
        GROUP,
        AREA
    }

    private static AreaKind kind(Dimension area, Option option) {
        Code code = code(area, option);
        if (code.isAreaGroup("GROUP")) {
            return AreaKind.GROUP;
        }
        return code.isAreaGroup() ? AreaKind.REGION : AreaKind.AREA;
    }

    private static Code code(Dimension area, Option option) {
        return area.codes().find(option.code()).orElseThrow();
    }
}
