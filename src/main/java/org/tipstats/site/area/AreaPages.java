package org.tipstats.site.area;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.disseminate.series.SeriesService;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.area.ReportStrips.ShownStatus;
import org.tipstats.site.area.ReportStrips.Strips;
import org.tipstats.site.chapter.Chapters;
import org.tipstats.site.chapter.Chapters.Chapter;
import org.tipstats.site.chapter.SourceReference;
import org.tipstats.site.chapter.Topic;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the profiles of areas and of groups of areas. */
@Singleton
public final class AreaPages {

    /**
     * The profile of an area or a group of areas.
     *
     * @param kind a line with the codes of an area, or with the code of a group and the number of its areas
     * @param languages the languages in which the page repeats the name of the area, without the language of the page
     * @param above the regions that the area or group belongs to, the widest first
     * @param groups the groups beside the M49 regions that the area belongs to
     * @param members the direct members of a group
     * @param nothing a sentence that replaces the chapters if there are no figures; null if there are figures
     * @param compare the URL of the page that compares the area with the regions above; null if there is no such page
     * @param definitions the area's notes on its figures
     * @param left the number of notes that the page leaves out
     * @param release a sentence on the source of the figures; null if nothing is published
     */
    public record AreaPage(
            Code area,
            String kind,
            List<String> languages,
            List<Link> above,
            List<Link> groups,
            List<Link> members,
            String nothing,
            Strips strips,
            List<ShownStatus> statuses,
            List<Chapter> chapters,
            String compare,
            List<Definition> definitions,
            int left,
            String release) {}

    /**
     * A link to another profile.
     *
     * @param reported true if the area has figures
     */
    record Link(String id, String name, boolean reported) {}

    /**
     * A note on figures.
     *
     * @param what the name of the attribute that holds the note
     * @param where the dataflow and the years of the figures
     */
    record Definition(String what, String said, String where) {}

    private static final int MAX_NOTES = 60;

    private final SchemaRegistry schemas;
    private final AreaLists lists;
    private final ReportStrips strips;
    private final SeriesService series;

    AreaPages(SchemaRegistry schemas, AreaLists lists, ReportStrips strips, SeriesService series) {
        this.schemas = schemas;
        this.lists = lists;
        this.strips = strips;
        this.series = series;
    }

    /** Returns the area or group with this code; empty if the code does not exist. */
    public Optional<Code> area(String id) {
        return schemas.areas().find(id);
    }

    /** Makes the profile for a service without a release. */
    AreaPage unpublished(Code area, PageTexts texts) {
        return page(area, texts.say("release.none.text"), new BitSet(), null, texts);
    }

    /**
     * Makes the profile from the figures of a release.
     *
     * @param explorer true to add links to the explorer, which has only published data
     */
    public AreaPage of(ReleaseReference release, Code area, boolean explorer, PageTexts texts) {
        BitSet reporting = lists.reporting(release);
        SourceReference source = new SourceReference(release, texts);
        if (!reporting.get(area.position())) {
            String key = area.isAreaGroup() ? "area.nothing.group" : "area.nothing";
            String nothing = texts.say(key, "area", texts.of(area.name()));
            return page(area, nothing, reporting, source, texts);
        }
        Strips strip = strips.of(release, area, texts);
        Chapters chapters =
                new Chapters(source, List.copyOf(strip.years()), explorer, flow -> series.maker(release, flow), texts);
        List<Chapter> described = Arrays.stream(Topic.values())
                .flatMap(topic ->
                        topic
                                .dataflow(schemas)
                                .flatMap(flow -> chapters.of(topic, lists.figures(release, flow, area)))
                                .stream())
                .toList();
        AreaNotes notes = area.isAreaGroup() ? new AreaNotes(texts) : notes(release, area, texts);
        String compare = explorer ? compare(release, area, source) : null;
        return page(area, null, reporting, source, texts, strip, described, notes, compare);
    }

    private AreaNotes notes(ReleaseReference release, Code area, PageTexts texts) {
        AreaNotes notes = new AreaNotes(texts);
        schemas.reported().forEach(flow -> notes.add(lists.figures(release, flow, area)));
        return notes;
    }

    /**
     * Returns the URL of the page that compares the area with all regions above; null if no region is above, or if no
     * dataflow counts victims.
     */
    private String compare(ReleaseReference release, Code area, SourceReference source) {
        if (schemas.areas().broader(area).isEmpty()) {
            return null;
        }
        String areas = Stream.concat(Stream.of(area), schemas.areas().broader(area).stream())
                .map(Code::id)
                .collect(Collectors.joining(","));
        return Topic.VICTIMS
                .dataflow(schemas)
                .map(flow -> source.explorer(lists.figures(release, flow, area), areas))
                .orElse(null);
    }

    private AreaPage page(Code area, String nothing, BitSet reporting, SourceReference source, PageTexts texts) {
        Strips none = new Strips(Set.of(), Map.of());
        return page(area, nothing, reporting, source, texts, none, List.of(), new AreaNotes(texts), null);
    }

    private AreaPage page(
            Code area,
            String nothing,
            BitSet reporting,
            SourceReference source,
            PageTexts texts,
            Strips strip,
            List<Chapter> chapters,
            AreaNotes notes,
            String compare) {
        List<Link> above = new ArrayList<>(schemas.areas().broader(area).stream()
                .map(group -> AreaLists.link(group, reporting, texts))
                .toList());
        Collections.reverse(above);
        List<Link> groups = AreaLists.sorted(schemas.areas().groupsOf(area), reporting, texts);
        List<Link> members = AreaLists.sorted(schemas.areas().children(area), reporting, texts);
        return new AreaPage(
                area,
                kind(area, texts),
                LocalText.LANGUAGES.stream()
                        .filter(language -> !language.equals(texts.language()))
                        .toList(),
                above,
                groups,
                members,
                nothing,
                strip,
                ShownStatus.all(texts),
                chapters,
                compare,
                notes.lines(MAX_NOTES),
                Math.max(0, notes.size() - MAX_NOTES),
                source == null ? null : source.of(area));
    }

    private String kind(Code area, PageTexts texts) {
        if (area.isAreaGroup()) {
            long members = schemas.areas().descendants(area).stream()
                    .filter(code -> !code.isAreaGroup())
                    .count();
            String id = area.isAreaGroup("GROUP") ? area.id() : "M49 " + area.id();
            return texts.say("area.kind.group", Map.of("n", members, "id", id));
        }
        Optional<String> listed = schemas.headingOf(area)
                .map(heading -> texts.of(heading.name()))
                .or(() -> area.annotation("M49").map("M49 "::concat));
        return Stream.of(Optional.of(area.id()), area.annotation("ISO_ALPHA_2"), listed)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }
}
