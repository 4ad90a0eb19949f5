package org.tipstats.site.rounds;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.stream.Collectors;
import org.tipstats.collect.entry.EntryBlock;
import org.tipstats.collect.entry.EntryService;
import org.tipstats.collect.entry.EntrySubmissionService.EntryCheck;
import org.tipstats.collect.entry.EntrySubmissionService.EntryFinding;
import org.tipstats.site.file.FileFormats;
import org.tipstats.site.frame.Formats;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.rounds.EntryPages.EntryPage;

/**
 * Formats the values of the form in which submitters enter figures. Templates call these methods on the values, see
 * {@link Formats}.
 */
@TemplateExtension
final class EntryFormats {

    private EntryFormats() {}

    /**
     * Returns the name of a block of figures: the names of the dimensions by which the block breaks figures down, or a
     * word for a block without a breakdown.
     */
    static String title(EntryBlock block, PageTexts t) {
        return block.dimensions().isEmpty()
                ? t.say("entry.overview")
                : block.dimensions().stream().map(t::name).collect(Collectors.joining(" × "));
    }

    static String where(EntryFinding finding, EntryPage page, PageTexts t) {
        return EntryPages.where(page.part(), finding, t);
    }

    /**
     * Returns the link to the cell with the figure of a finding. Includes the URL of the form if the cell is not on
     * this page.
     */
    static String address(EntryFinding finding, EntryPage page, PageTexts t) {
        return page.isHere(finding.key())
                ? "#" + finding.key()
                : "/" + t.language() + page.path() + "?block=" + page.blocksOf().get(finding.key()) + "&check=1#"
                        + finding.key();
    }

    /** A comment, with a description of its figure. */
    record EntryComment(String key, String place, String text) {}

    /** Returns the comments of the draft, each with a description of its figure. */
    static List<EntryComment> comments(EntryPage page, PageTexts t) {
        return page.draft().comments().entrySet().stream()
                .map(each -> new EntryComment(
                        each.getKey(), EntryPages.place(page.part(), each.getKey(), t), each.getValue()))
                .toList();
    }

    static boolean takesComments(EntryPage page) {
        return EntryService.takesComments(page.part().dataflow());
    }

    static String sentences(EntryFinding finding, PageTexts t) {
        return EntryPages.text(finding, t);
    }

    /** Says what a check found, in a sentence. */
    static String summary(EntryCheck check, PageTexts t) {
        if (check.figures() == 0) {
            return t.say("entry.nothing");
        }
        return check.counts().error() + check.counts().warning() == 0
                ? t.say("entry.clean", "n", check.figures())
                : FileFormats.faults(check.counts(), t);
    }
}
