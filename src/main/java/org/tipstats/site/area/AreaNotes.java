package org.tipstats.site.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.tipstats.site.area.AreaPages.Definition;
import org.tipstats.site.chapter.FlowFigures;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Role;

/**
 * Collects an area's notes on its figures: sources, definitions, breaks. Equal notes on several figures of a dataflow
 * become one note.
 */
final class AreaNotes {

    /** A note on figures of a dataflow. */
    private record Note(String what, String text, String dataflow) {}

    private final PageTexts texts;
    private final Map<Note, SortedSet<String>> years = new LinkedHashMap<>();

    AreaNotes(PageTexts texts) {
        this.texts = texts;
    }

    void add(FlowFigures figures) {
        String dataflow = texts.of(figures.dataflow().name());
        List<Attribute> reported = figures.dataflow().structure().attributes().stream()
                .filter(AreaNotes::isNote)
                .toList();
        Statuses statuses = new Statuses(figures.dataflow().structure());
        Attribute status = figures.dataflow().structure().attribute(Role.STATUS).orElseThrow();
        for (Observation figure : figures.all()) {
            BiConsumer<Attribute, String> add = (attribute, text) -> years.computeIfAbsent(
                            new Note(texts.of(attribute.name()), text, dataflow), key -> new TreeSet<>())
                    .add(figures.year(figure));
            for (Attribute attribute : reported) {
                String text = figure.attributes().get(attribute.id());
                if (text != null && !text.isBlank()) {
                    add.accept(attribute, words(attribute, text));
                }
            }
            if (statuses.notComparable(figure.status())) {
                add.accept(status, words(status, figure.status()));
            }
        }
    }

    private static boolean isNote(Attribute attribute) {
        return !attribute.publishedOnly()
                && attribute.role() != Role.STATUS
                && attribute.role() != Role.CONFIDENTIALITY;
    }

    private String words(Attribute attribute, String value) {
        return Optional.ofNullable(attribute.codes())
                .flatMap(codes -> codes.find(value))
                .map(Code::name)
                .map(texts::of)
                .orElse(value);
    }

    int size() {
        return years.size();
    }

    /**
     * Returns the first notes, in the order in which they were added.
     *
     * @param most the largest number of notes to return
     */
    List<Definition> lines(int most) {
        List<Definition> lines = new ArrayList<>();
        years.entrySet().stream()
                .limit(most)
                .forEach(entry -> lines.add(new Definition(
                        entry.getKey().what(),
                        entry.getKey().text(),
                        entry.getKey().dataflow() + " · " + spans(entry.getValue()))));
        return lines;
    }

    /** Formats years as text, with a range for consecutive years, for example "2015–2018, 2020". */
    static String spans(SortedSet<String> years) {
        List<String> spans = new ArrayList<>();
        int first = 0;
        int last = 0;
        for (String year : years) {
            int next = Integer.parseInt(year);
            if (first != 0 && next != last + 1) {
                spans.add(first == last ? "" + first : first + "–" + last);
                first = next;
            }
            first = first == 0 ? next : first;
            last = next;
        }
        spans.add(first == last ? "" + first : first + "–" + last);
        return String.join(", ", spans);
    }
}
