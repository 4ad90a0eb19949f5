package org.tipstats.site.area;

import java.util.List;

/**
 * The profile of an area or a group of areas.
 *
 * @param id its code
 * @param kind what it is and where, in a sentence
 * @param names in the other languages
 * @param above the groups that it belongs to, the widest first
 * @param members what a group consists of
 * @param nothing a sentence in place of all chapters, where nothing is reported; null otherwise
 * @param years heads of the strip
 * @param strip which years were reported, by dataflow
 * @param compare where it stands beside the groups that it belongs to; null as long as there is no such page
 * @param definitions what is said of how it counts
 * @param unnamed how many more such lines there are, in a sentence; null for none
 * @param release where the figures come from; null as long as nothing is published
 */
record AreaPage(
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

    /** The same with what was reported when. */
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

    /** Another profile. */
    record Link(String id, String name, boolean reported) {}

    /** A dataflow, year by year. */
    record Strip(String name, List<ShownStatus> cells) {}

    /** Something said of figures. @param what the attribute @param where dataflows and years */
    record Definition(String what, String said, String where) {}
}
