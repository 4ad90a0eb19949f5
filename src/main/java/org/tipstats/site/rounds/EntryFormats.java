package org.tipstats.site.rounds;

import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tipstats.collect.entry.EntryBlock;
import org.tipstats.collect.entry.EntrySheet.PartsSum;
import org.tipstats.collect.entry.EntrySheet.SheetCell;
import org.tipstats.collect.entry.EntrySheet.SheetGroup;
import org.tipstats.collect.entry.EntrySheet.SheetRow;
import org.tipstats.collect.entry.EntrySubmissionService.EntryCheck;
import org.tipstats.collect.entry.EntrySubmissionService.EntryFinding;
import org.tipstats.site.frame.Formats;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.rounds.EntryPages.EntryPage;

/** Formats the form to type figures in. Templates call these methods on the values, see {@link Formats}. */
@TemplateExtension
final class EntryFormats {

    private EntryFormats() {}

    /** Returns the name of a block: the dimensions that it breaks down. */
    static String title(EntryBlock block, PageTexts t) {
        return block.dimensions().isEmpty()
                ? t.say("entry.overview")
                : block.dimensions().stream().map(t::name).collect(Collectors.joining(" × "));
    }

    /** Returns the heading of rows; empty for the total alone. */
    static String title(SheetGroup group, PageTexts t) {
        List<String> parts = new ArrayList<>();
        group.heads().forEach(code -> parts.add(t.of(code.name())));
        if (group.dimension() != null) {
            parts.add(t.name(group.dimension()));
        }
        return String.join(" · ", parts);
    }

    static String name(SheetRow row, PageTexts t) {
        return EntryPages.name(row, t);
    }

    /** Returns the rows that add up to a row, for the script: {@code Sex:1,2,3;Age:5,6}. */
    static String sumsOf(SheetRow row, PageTexts t) {
        return row.sums().stream()
                .map(sum -> t.name(sum.dimension()).replaceAll("[:;]", " ") + ":"
                        + sum.rows().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    /** Returns the sums of the parts beside a figure, as the script writes them: {@code Σ Sex 68 > 61}. */
    static List<String> texts(SheetCell cell, SheetRow row, PageTexts t) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cell.sums().size(); i++) {
            PartsSum sum = cell.sums().get(i);
            if (sum != null) {
                boolean larger = cell.count() != null && sum.value() > cell.count();
                texts.add("Σ " + t.name(row.sums().get(i).dimension()) + (sum.open() ? " ≥ " : " ") + sum.value()
                        + (larger ? " > " + cell.count() : ""));
            }
        }
        return texts;
    }

    static String where(EntryFinding finding, EntryPage page, PageTexts t) {
        return EntryPages.where(page.part(), finding, t);
    }

    /** Returns the address of the form and the cell with the figure of a finding. */
    static String address(EntryFinding finding, EntryPage page, PageTexts t) {
        return page.isHere(finding.key())
                ? "#" + finding.key()
                : "/" + t.language() + page.path() + "?block=" + page.blocksOf().get(finding.key()) + "&check=1#"
                        + finding.key();
    }

    static String sentences(EntryFinding finding) {
        return EntryPages.text(finding);
    }

    /** Says what a check found, in a sentence. */
    static String summary(EntryCheck check, PageTexts t) {
        if (check.figures() == 0) {
            return t.say("entry.nothing");
        }
        return check.counts().error() + check.counts().warning() == 0
                ? t.say("entry.clean", "n", check.figures())
                : t.say("upload.errors", "n", check.counts().error())
                        + t.say("filereport.comma")
                        + t.say("upload.warnings", "n", check.counts().warning());
    }
}
