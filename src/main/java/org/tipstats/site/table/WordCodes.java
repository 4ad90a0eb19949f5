package org.tipstats.site.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;

/** The codes of the components of some dataflows, with their names in the language of a page. */
final class WordCodes {

    /**
     * The largest number of codes that the page shows as a list to choose from. For a longer code list, the page shows
     * a field that suggests names.
     */
    static final int MAX_LISTED = 60;

    private final PageTexts t;
    private final Map<String, LocalText> names = new TreeMap<>();
    private final Map<String, CodeList> lists = new TreeMap<>();

    /**
     * @param dataflows the dataflows; if several of them have the same component, the first gives its name and code
     *     list
     */
    WordCodes(List<Dataflow> dataflows, PageTexts t) {
        this.t = t;
        for (Dataflow dataflow : dataflows) {
            DataStructure structure = dataflow.structure();
            for (Dimension dimension : structure.dimensions()) {
                take(dimension.id(), dimension.name(), dimension.codes());
            }
            structure.attributes().stream()
                    .filter(attribute -> !attribute.publishedOnly())
                    .forEach(attribute -> take(attribute.id(), attribute.name(), attribute.codes()));
        }
    }

    private void take(String id, LocalText name, CodeList list) {
        if (names.putIfAbsent(id, name) == null && list != null) {
            lists.put(id, list);
        }
    }

    static boolean isYear(String text) {
        return text.matches("(?:19|20)[0-9]{2}");
    }

    /** Returns the ids of all components. */
    Iterable<String> components() {
        return names.keySet();
    }

    /** Returns the name of a component; its id if it is unknown. */
    String name(String component) {
        LocalText name = names.get(component);
        return name == null ? component : t.of(name);
    }

    /**
     * Returns the code for a code or its name in the language of the page. For a component without codes, returns the
     * text itself; for the period, only if it is a year. Returns empty if nothing fits.
     */
    Optional<String> code(String component, String text) {
        CodeList list = lists.get(component);
        if (list == null) {
            boolean free = names.containsKey(component);
            return free && (!component.equals("TIME_PERIOD") || isYear(text)) ? Optional.of(text) : Optional.empty();
        }
        String folded = CellText.fold(text);
        return list.find(text)
                .or(() -> codes(list)
                        .filter(code -> CellText.fold(t.of(code.name())).equals(folded))
                        .findFirst())
                .map(Code::id);
    }

    /** Returns the name of a code, or the text itself if it is not a code. */
    String text(String component, String code) {
        CodeList list = lists.get(component);
        return list == null ? code : list.find(code).map(Code::name).map(t::of).orElse(code);
    }

    /** Returns whether a component has no codes, or too many for a list to choose from. */
    boolean isLong(String component) {
        CodeList list = lists.get(component);
        return list == null || list.size() > MAX_LISTED;
    }

    /**
     * Returns the codes of a component to choose from; none for years and texts.
     *
     * @param first the codes that are most probable, which come first
     * @param chosen the chosen code, or null
     */
    List<Choice> choices(String component, List<String> first, String chosen) {
        CodeList list = lists.get(component);
        if (list == null) {
            return List.of();
        }
        Stream<Code> probable = first.stream().flatMap(id -> list.find(id).stream());
        return Stream.concat(probable, codes(list).filter(code -> !first.contains(code.id())))
                .map(code -> new Choice(code.id(), t.of(code.name()), code.id().equals(chosen)))
                .toList();
    }

    private static Stream<Code> codes(CodeList list) {
        return list.codes().stream().filter(code -> !code.isAreaGroup());
    }

    /**
     * Returns the codes that a reader can choose as the meaning of a row's name: codes of dimensions with 3 to 60
     * codes, except the unit.
     */
    List<Choice> rowChoices(Dataflow dataflow) {
        return dataflow.structure().dimensions().stream()
                .filter(dimension -> !dimension.isTime()
                        && !isLong(dimension.id())
                        && dimension.codes().size() > 2)
                .filter(dimension -> dimension != dataflow.structure().unit())
                .flatMap(dimension -> codes(dimension.codes())
                        .map(code -> new Choice(
                                dimension.id() + ":" + code.id(),
                                t.of(dimension.name()) + t.say("site.colon") + t.of(code.name()),
                                false)))
                .toList();
    }
}
