package org.tipstats.site.metadata;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.collect.metadata.MetadataContent;
import org.tipstats.collect.metadata.MetadataContent.SeriesBreak;
import org.tipstats.collect.metadata.NationalStructure;
import org.tipstats.collect.metadata.NationalStructure.AskedAttribute;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.LocalText;

/** Describes metadata in the language of the page, in the order of the structure. */
record ShownMetadata(NationalStructure structure, PageTexts t) {

    /**
     * The statement on one attribute or break.
     *
     * @param id the id of the attribute
     * @param what the name of the attribute; for a break also its year
     * @param said a code in words, or a text of the area
     * @param language the language of {@code said}
     */
    record Line(String id, String what, String said, String language) {}

    List<Line> lines(MetadataContent content) {
        List<Line> lines = new ArrayList<>();
        for (AskedAttribute asked : structure.asked()) {
            line(asked, content, lines);
        }
        for (SeriesBreak each : structure.asksBreaks() ? content.breaks() : List.<SeriesBreak>of()) {
            String what = t.say("metadata.break", "year", each.year());
            lines.add(text(structure.breaks().id(), what, new LocalText(each.text())));
        }
        return lines;
    }

    private void line(AskedAttribute asked, MetadataContent content, List<Line> lines) {
        String name = t.of(asked.name());
        if (asked.isCoded()) {
            asked.codes()
                    .find(content.codes().getOrDefault(asked.id(), ""))
                    .map(Code::name)
                    .ifPresent(code -> lines.add(text(asked.id(), name, code)));
        } else if (content.texts().containsKey(asked.id())) {
            lines.add(text(asked.id(), name, content.text(asked.id())));
        }
    }

    private Line text(String id, String what, LocalText said) {
        return new Line(id, what, t.of(said), said.languageFor(t.language()));
    }
}
