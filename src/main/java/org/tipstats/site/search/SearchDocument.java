package org.tipstats.site.search;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * Something that a search finds.
 *
 * @param id the code or id that the result shows; null if readers do not need one
 * @param path the URL of its page, without the language
 * @param title the title; its parts are shown side by side
 * @param about returns a line that describes the page
 * @param words the words by which a search finds the document
 * @param figures the area and years by which a search finds figures; null for other documents
 */
public record SearchDocument(
        Kind kind,
        String id,
        String path,
        List<LocalText> title,
        Function<PageTexts, String> about,
        Words words,
        Figures figures) {

    /** The kinds of documents, in the order of the results. */
    public enum Kind {
        FIGURE,
        AREA,
        TOPIC,
        METHOD,
        RULE,
        CODE,
        RELEASE
    }

    /**
     * The words of a document, in any language.
     *
     * @param codes codes; those of a document match as a whole only
     * @param names names of the document and everyday words for it; matches with names have higher scores than matches
     *     with {@code more}
     * @param more descriptions, and names of related things
     */
    public record Words(List<String> codes, List<String> names, List<String> more) {

        /** Returns words of a name in all its languages. */
        public static Words named(LocalText name) {
            return new Words(List.of(), List.copyOf(name.texts().values()), List.of());
        }

        public Words alsoNamed(List<String> others) {
            return new Words(codes, joined(names, others), more);
        }

        public Words and(List<String> others) {
            return new Words(codes, names, joined(more, others));
        }

        public Words coded(List<String> others) {
            return new Words(joined(codes, others), names, more);
        }

        private static List<String> joined(List<String> some, List<String> others) {
            return Stream.concat(some.stream(), others.stream())
                    .filter(text -> !text.isBlank())
                    .toList();
        }
    }

    /**
     * The area and the years of figures. A search must name the area and the subject of the figures to find them,
     * except where the last two components allow less.
     *
     * @param area the code of the area
     * @param areaWords the words of the area
     * @param years the years with figures, in order
     * @param yearParameter the parameter of the URL that selects years; null if the page has all years
     * @param withoutArea true for figures of the world: a search that names no area finds them, too
     * @param withoutSubject true if a search that names only the area or a year finds them, too
     */
    public record Figures(
            String area,
            Words areaWords,
            List<String> years,
            String yearParameter,
            boolean withoutArea,
            boolean withoutSubject) {}
}
