package org.tipstats.collect.metadata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * An area's metadata about its figures.
 *
 * @param codes the code by attribute
 * @param texts the text in one or more languages by attribute
 * @param breaks the breaks of the series, sorted by year
 */
@Schema(name = "NationalMetadataContent")
public record MetadataContent(
        Map<String, String> codes, Map<String, Map<String, String>> texts, List<SeriesBreak> breaks) {

    public static final MetadataContent EMPTY = new MetadataContent(Map.of(), Map.of(), List.of());

    /**
     * A break: from this year on, figures cannot be compared with figures of earlier years.
     *
     * @param year the first year that is counted in the new way
     * @param text what changed, in one or more languages
     */
    @Schema(name = "SeriesBreakStated")
    public record SeriesBreak(String year, Map<String, String> text) {

        public SeriesBreak {
            text = sorted(text);
        }

        /** Returns the text in the language, or else in English, or else in the first language that has it. */
        public String inLanguage(String language) {
            return new LocalText(text).inLanguage(language);
        }
    }

    public MetadataContent {
        codes = sorted(codes);
        SortedMap<String, Map<String, String>> byAttribute = new TreeMap<>();
        (texts == null ? Map.<String, Map<String, String>>of() : texts)
                .forEach((attribute, text) -> byAttribute.put(attribute, sorted(text)));
        texts = Collections.unmodifiableSortedMap(byAttribute);
        List<SeriesBreak> byYear = new ArrayList<>(breaks == null ? List.of() : breaks);
        byYear.removeIf(Objects::isNull);
        byYear.sort(Comparator.comparing(SeriesBreak::year, Comparator.nullsFirst(Comparator.naturalOrder())));
        breaks = Collections.unmodifiableList(byYear);
    }

    private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map == null ? Map.of() : map));
    }

    /** Returns the text of an attribute; empty if it has none. */
    public LocalText text(String attribute) {
        return new LocalText(texts.getOrDefault(attribute, Map.of()));
    }

    public boolean saysNothing() {
        return codes.isEmpty() && texts.isEmpty() && breaks.isEmpty();
    }

    /** Returns this content, with missing codes, texts and breaks taken from the general content. */
    public MetadataContent over(MetadataContent general) {
        Map<String, String> allCodes = new TreeMap<>(general.codes);
        allCodes.putAll(codes);
        Map<String, Map<String, String>> allTexts = new TreeMap<>(general.texts);
        allTexts.putAll(texts);
        Map<String, SeriesBreak> allBreaks = new TreeMap<>();
        general.breaks.forEach(each -> allBreaks.put(each.year(), each));
        breaks.forEach(each -> allBreaks.put(each.year(), each));
        return new MetadataContent(allCodes, allTexts, List.copyOf(allBreaks.values()));
    }
}
