package org.tipstats.site.area;

import java.util.List;
import org.tipstats.site.chapter.Chapter;

/**
 * The profile of an area or a group of areas.
 *
 * @param id its code
 * @param kind a line that identifies it: codes of an area, number of members of a group
 * @param names its names in the other languages
 * @param above the groups that it belongs to, the widest first
 * @param members the direct members of a group
 * @param nothing a sentence that replaces all chapters if nothing is reported; null otherwise
 * @param years the column heads of the strips
 * @param strip the years reported, by dataflow
 * @param compare the address of a comparison with its groups; null if there is no such page
 * @param definitions the area's notes on its figures
 * @param unnamed the number of further notes, in a sentence; null if there is none
 * @param release the source of the figures; null if nothing is published
 */
public record AreaPage(
        String id,
        String name,
        String kind,
        List<OtherName> names,
        List<Link> above,
        List<Link> members,
        String nothing,
        List<String> years,
        List<Strip> strip,
        List<ShownStatus> statuses,
        List<Chapter> chapters,
        String compare,
        List<Definition> definitions,
        String unnamed,
        String release) {

    /** Returns a copy with the years reported and with the number of further notes. */
    AreaPage with(ReportStrips.Strips strips, String more) {
        return new AreaPage(
                id,
                name,
                kind,
                names,
                above,
                members,
                nothing,
                strips.years(),
                strips.rows(),
                statuses,
                chapters,
                compare,
                definitions,
                more,
                release);
    }

    /** Its name in another language. */
    record OtherName(String language, String name) {}

    /**
     * A link to another profile.
     *
     * @param reported true if the area has figures
     */
    record Link(String id, String name, boolean reported) {}

    /** A dataflow, year by year. */
    record Strip(String name, List<ShownStatus> cells) {}

    /**
     * A note on figures.
     *
     * @param what the attribute
     * @param where dataflow and years
     */
    record Definition(String what, String said, String where) {}
}
