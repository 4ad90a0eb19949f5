package org.tipstats.site.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.collect.metadata.MetadataContent;
import org.tipstats.collect.metadata.MetadataContent.SeriesBreak;
import org.tipstats.collect.metadata.NationalStructure;
import org.tipstats.collect.metadata.NationalStructure.AskedAttribute;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * The form for an area's metadata in the language of the page. Texts in other languages stay unchanged.
 *
 * @param dataflow the id of the dataflow; empty if the form is about all dataflows
 * @param fields a field for each attribute
 * @param breaks the breaks that the area has stated, and empty fields for new breaks
 */
record MetadataForm(String dataflow, List<FormField> fields, List<BreakFields> breaks, List<Fault> faults) {

    private static final int EMPTY_BREAKS = 2;

    /** The id of the field for the year of a break is this prefix, followed by the number of the break. */
    private static final String YEAR = "year-";

    private static final String TEXT = "what-";

    /**
     * The field of an attribute.
     *
     * @param value the chosen code or the typed text; empty if there is none
     * @param elsewhere the text in other languages if the page's language has no text; else null
     */
    record FormField(AskedAttribute asked, String value, LocalText elsewhere) {}

    /**
     * The fields of a break.
     *
     * @param was the year before the change; empty for a new break
     * @param elsewhere the text in other languages if the page's language has no text; else null
     */
    record BreakFields(String was, String year, String text, LocalText elsewhere) {}

    /**
     * The sent values in parallel lists, with one entry for each field.
     *
     * @param attribute the ids of the attributes
     * @param value the codes and texts of the attributes
     * @param was the years of the breaks before the change
     * @param year the typed years of the breaks
     * @param what the texts of the breaks
     */
    record Typed(List<String> attribute, List<String> value, List<String> was, List<String> year, List<String> what) {

        /**
         * Returns the metadata with the changes of this form. Ignores unknown attributes. Fields that the person did
         * not change get the values of the newest version, because someone else may have saved a version while the form
         * was open. For this, all breaks together count as one field.
         *
         * @param start the content with which the form was filled at first
         * @param base the newest version
         */
        MetadataContent content(
                MetadataContent start, MetadataContent base, NationalStructure structure, String language) {
            Map<String, String> codes = new TreeMap<>();
            Map<String, Map<String, String>> texts = new TreeMap<>();
            for (int i = 0; i < Math.min(attribute.size(), value.size()); i++) {
                String id = attribute.get(i);
                String typed = value.get(i).strip();
                AskedAttribute asked = structure.find(id).orElse(null);
                if (asked != null && asked.isCoded()) {
                    String before = start.codes().getOrDefault(id, "");
                    String code = typed.equals(before) ? base.codes().getOrDefault(id, "") : typed;
                    if (!code.isEmpty()) {
                        codes.put(id, code);
                    }
                } else if (asked != null) {
                    String before = start.text(id).texts().getOrDefault(language, "");
                    Map<String, String> text = typed.equals(before)
                            ? base.text(id).texts()
                            : changed(base.text(id).texts(), language, typed);
                    if (!text.isEmpty()) {
                        texts.put(id, text);
                    }
                }
            }
            boolean sameBreaks = new MetadataContent(null, null, breaks(start, language))
                    .breaks()
                    .equals(start.breaks());
            return new MetadataContent(codes, texts, sameBreaks ? base.breaks() : breaks(base, language));
        }

        private List<SeriesBreak> breaks(MetadataContent base, String language) {
            Map<String, Map<String, String>> before = new HashMap<>();
            base.breaks().forEach(each -> before.put(each.year(), each.text()));
            List<SeriesBreak> breaks = new ArrayList<>();
            for (int i = 0; i < Math.min(Math.min(was.size(), year.size()), what.size()); i++) {
                String typed = what.get(i).strip();
                if (!year.get(i).isBlank() || !typed.isEmpty()) {
                    Map<String, String> text = changed(before.get(was.get(i)), language, typed);
                    breaks.add(new SeriesBreak(year.get(i).strip(), text));
                }
            }
            return breaks;
        }

        /** Returns a text with new words in one language. Removes the language if the words are empty. */
        private static Map<String, String> changed(Map<String, String> text, String language, String words) {
            Map<String, String> changed = new TreeMap<>(text == null ? Map.of() : text);
            changed.remove(language);
            if (!words.isEmpty()) {
                changed.put(language, words);
            }
            return changed;
        }
    }

    static MetadataForm of(
            String dataflow, MetadataContent content, NationalStructure structure, List<Fault> faults, PageTexts t) {
        List<FormField> fields = structure.asked().stream()
                .map(asked -> asked.isCoded()
                        ? new FormField(asked, content.codes().getOrDefault(asked.id(), ""), null)
                        : new FormField(
                                asked,
                                content.text(asked.id()).texts().getOrDefault(t.language(), ""),
                                elsewhere(content.text(asked.id()), t)))
                .toList();
        List<BreakFields> breaks = new ArrayList<>();
        if (structure.asksBreaks()) {
            content.breaks()
                    .forEach(each -> breaks.add(new BreakFields(
                            each.year(),
                            each.year(),
                            each.text().getOrDefault(t.language(), ""),
                            elsewhere(new LocalText(each.text()), t))));
            for (int i = 0; i < EMPTY_BREAKS; i++) {
                breaks.add(new BreakFields("", "", "", null));
            }
        }
        return new MetadataForm(dataflow == null ? "" : dataflow, fields, breaks, faults);
    }

    private static LocalText elsewhere(LocalText text, PageTexts t) {
        return text.texts().isEmpty() || text.texts().containsKey(t.language()) ? null : text;
    }

    /** Returns the faults that the service found, at the fields and in the language of the page. */
    static List<Fault> faults(ProblemException refused, PageTexts t) {
        return refused.problem().errors().stream().map(error -> fault(error, t)).toList();
    }

    private static Fault fault(InputError error, PageTexts t) {
        String[] path = error.pointer().split("/");
        if (path.length > 4 && path[2].equals("breaks")) {
            return path[4].equals("year")
                    ? new Fault(YEAR + path[3], t.say("metadata.fault.year"))
                    : new Fault(TEXT + path[3], t.say("metadata.fault.what"));
        }
        return path.length > 3
                ? new Fault(path[3], t.say("metadata.fault.text"))
                : new Fault("fields", t.say("metadata.fault.nothing"));
    }

    /** Returns the message of the first fault of a field; null if it has none. */
    public String faultOf(String field) {
        return Fault.of(field, faults);
    }

    /** Returns the message about the year of a break, by its number from 0; null if it has no fault. */
    public String faultOfYear(int number) {
        return faultOf(YEAR + number);
    }

    /** Returns the message about the text of a break, by its number from 0; null if it has no fault. */
    public String faultOfText(int number) {
        return faultOf(TEXT + number);
    }
}
