package org.tipstats.site.rounds;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.tipstats.collect.entry.EntryBlock;
import org.tipstats.collect.entry.EntryDraft;
import org.tipstats.collect.entry.EntryPart;
import org.tipstats.collect.entry.EntryService;
import org.tipstats.collect.entry.EntrySheet;
import org.tipstats.collect.entry.EntrySubmissionService.EntryCheck;
import org.tipstats.collect.entry.EntrySubmissionService.EntryFinding;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Formats;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.rounds.EntryFields.CommentField;
import org.tipstats.validate.findings.Severity;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Makes the form to type figures in. */
@Singleton
record EntryPages(EntryService entries) {

    private static final int MAX_SHOWN = 100;

    /** Largest number of fields in a form without scripts. The server accepts at most 1,000. */
    private static final int MAX_FIELDS = 900;

    /**
     * The form.
     *
     * @param table the rows of the sheet with all texts
     * @param years the last year of each form, if the years are divided among several forms; empty if one form has all
     *     years
     * @param pieces the number of pieces in which readers without scripts fill in the form; 1 if all fields of the form
     *     fit on one page
     * @param piece the piece that the page shows, from 1; 0 for all rows
     * @param check null if the figures were not checked
     * @param blocksOf for the key of each figure with a finding, the id of the block that contains the figure
     * @param comment the comment that is being typed
     * @param saved true if the draft was saved just now
     */
    record EntryPage(
            EntryPart part,
            EntrySheet sheet,
            EntryTable table,
            List<EntryBlock> blocks,
            List<String> years,
            int pieces,
            int piece,
            EntryDraft draft,
            EntryCheck check,
            Map<String, String> blocksOf,
            CommentField comment,
            boolean saved,
            List<Fault> faults) {

        EntryPage with(List<Fault> others, CommentField typed) {
            return new EntryPage(
                    part, sheet, table, blocks, years, pieces, piece, draft, check, blocksOf, typed, saved, others);
        }

        /** Returns the path of the page, without the language. */
        public String path() {
            return "/desk/" + EntryPages.path(part, "/", "/");
        }

        boolean isHere(String key) {
            return sheet.groups().stream()
                    .flatMap(group -> group.rows().stream())
                    .flatMap(row -> row.cells().stream())
                    .anyMatch(cell -> cell.key().equals(key));
        }

        /** Returns whether the fields have names, so that the form works without scripts. */
        public boolean isNamed() {
            return pieces == 1 || piece > 0;
        }

        public String last() {
            return sheet.years().get(sheet.years().size() - 1);
        }

        public List<EntryFinding> findings() {
            return check.findings().stream().limit(MAX_SHOWN).toList();
        }
    }

    /** The result of a check, for the script of the page. */
    record ScriptCheck(String summary, List<ScriptFinding> findings) {}

    /**
     * A finding for the script.
     *
     * @param row the key of the row, which is the key of its figure in the first year of the form; null if the finding
     *     is not about a figure
     * @param column the index of the figure's year in the form; -1 if the form does not have this year
     * @param word the severity in words
     */
    record ScriptFinding(String row, int column, String tone, String word, String where, String text) {}

    static String path(EntryPart part, String area, String dataflow) {
        return "rounds/" + part.round() + area + part.area() + dataflow
                + part.dataflow().id();
    }

    /** Returns the URL of the page; the caller can append a parameter to it. */
    String address(EntryPart part, String block, String last, String piece, String language) {
        return "/" + language + "/desk/" + path(part, "/", "/") + "?"
                + parameter("block", block)
                + parameter("last", last)
                + parameter("piece", piece);
    }

    private static String parameter(String name, String value) {
        return value == null || value.isEmpty() ? "" : name + "=" + Addresses.encoded(value) + "&";
    }

    EntryPage page(
            EntryPart part,
            EntrySheet sheet,
            String piece,
            EntryDraft draft,
            EntryCheck check,
            boolean saved,
            PageTexts t) {
        Map<String, EntryFinding> byKey = check == null
                ? Map.of()
                : check.findings().stream()
                        .filter(finding -> finding.key() != null)
                        .collect(Collectors.toMap(EntryFinding::key, finding -> finding, (one, other) -> one));
        Map<String, String> blocks = byKey.keySet().stream()
                .collect(Collectors.toMap(
                        key -> key, key -> entries.block(part, key).id()));
        int step = sheet.years().size();
        int rows = MAX_FIELDS / (step + 1);
        int pieces = (sheet.size() + rows - 1) / rows;
        int shown = piece != null && piece.matches("[1-9]\\d{0,3}") ? Math.min(pieces, Integer.parseInt(piece)) : 0;
        EntrySheet cut = shown == 0 || pieces == 1 ? sheet : sheet.rows((shown - 1) * rows, shown * rows);
        return new EntryPage(
                part,
                cut,
                EntryTable.of(cut, byKey, t),
                entries.blocks(part),
                lastYears(part, step),
                pieces,
                shown,
                draft,
                check,
                blocks,
                CommentField.EMPTY,
                saved,
                List.of());
    }

    /**
     * Divides the years into forms with at most {@code step} years. Returns the last year of each form, the newest
     * first; empty if one form has all years.
     */
    private static List<String> lastYears(EntryPart part, int step) {
        List<String> years = new ArrayList<>();
        for (int last = part.years().size(); last > 0 && step < part.years().size(); last -= step) {
            years.add(part.years().get(last - 1));
        }
        return years;
    }

    /** Returns why figures cannot be submitted; empty if they can. */
    List<Fault> faults(EntryPart part, EntryCheck check, PageTexts t) {
        if (check.figures() == 0) {
            return List.of(new Fault("entry", t.say("entry.nothing")));
        }
        return check.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .limit(MAX_SHOWN)
                .map(finding -> new Fault(
                        finding.key() == null ? "entry" : finding.key(),
                        (where(part, finding, t) + " " + text(finding, t)).strip()))
                .toList();
    }

    /** @param years the years of the form */
    ScriptCheck script(EntryPart part, EntryCheck check, List<String> years, PageTexts t) {
        return new ScriptCheck(
                EntryFormats.summary(check, t),
                check.findings().stream()
                        .limit(MAX_SHOWN)
                        .map(finding -> new ScriptFinding(
                                inYear(part, finding.key(), years.isEmpty() ? null : years.get(0)),
                                finding.key() == null ? -1 : years.indexOf(year(part, finding.key())),
                                Formats.tone(finding.severity()),
                                Formats.text(finding.severity(), t),
                                where(part, finding, t),
                                text(finding, t)))
                        .toList());
    }

    private static String year(EntryPart part, String key) {
        KeySpace space = new KeySpace(part.dataflow().structure());
        return space.code(
                space.parse(key).orElseThrow(), part.dataflow().structure().time());
    }

    /** Returns the key of the same figure in another year; null without a key or a year. */
    private static String inYear(EntryPart part, String key, String year) {
        KeySpace space = new KeySpace(part.dataflow().structure());
        Dimension time = part.dataflow().structure().time();
        return key == null || year == null
                ? null
                : space.format(
                        space.withPosition(space.parse(key).orElseThrow(), time.position(), time.positionOf(year)));
    }

    static String text(EntryFinding finding, PageTexts t) {
        // In these cases, the sentence of the rule speaks of the columns of a file. A form has no such columns.
        String fix = switch (finding.rule() + "." + finding.variant()) {
            case "not-a-count.masked", "not-a-count.missing" -> t.say("entry.no-count");
            case "not-a-count.fraction" -> t.say("entry.rate") + " " + t.say("entry.no-count");
            default -> finding.fix();
        };
        return (finding.message() + " " + fix).strip();
    }

    /** Returns the place of a finding in words, with a colon; empty if the finding has no place. */
    static String where(EntryPart part, EntryFinding finding, PageTexts t) {
        return finding.key() == null ? "" : t.say("entry.where", "place", place(part, finding.key(), t));
    }

    /** Describes a figure in words; returns its key if the schema no longer has one of its codes. */
    static String place(EntryPart part, String figure, PageTexts t) {
        KeySpace space = new KeySpace(part.dataflow().structure());
        OptionalLong found = space.parse(figure);
        if (found.isEmpty()) {
            return figure; // The schema had its codes when it was typed.
        }
        long key = found.getAsLong();
        List<String> words = new ArrayList<>();
        for (Dimension dimension : part.dataflow().structure().dimensions()) {
            int position = space.position(key, dimension.position());
            boolean isBroken = dimension.isTime()
                    || dimension.role() != Role.AREA
                            && part.dataflow()
                                    .submission()
                                    .fixed(dimension.id())
                                    .isEmpty()
                            && !dimension.codes().at(position).isTotal();
            if (isBroken) {
                words.add(t.of(dimension, position));
            }
        }
        if (words.size() == 1) {
            words.add(0, t.say("entry.total"));
        }
        return t.joined(words);
    }
}
