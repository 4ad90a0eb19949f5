package org.tipstats.validate.trial;

import java.util.List;
import java.util.stream.Collectors;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.trial.TrialReport.FindingChange;
import org.tipstats.validate.trial.TrialReport.TrialExample;
import org.tipstats.validate.trial.TrialReport.TriedFiles;

/** Writes a trial as text, in English, and as CSV. */
public final class TrialText {

    private static final CsvTable<FindingChange> TABLE = new CsvTable<>(List.of(
            CsvColumn.text("dataflow", FindingChange::dataflow),
            CsvColumn.text("area", FindingChange::area),
            CsvColumn.text("rule", FindingChange::rule),
            CsvColumn.text("before", change -> word(change.before())),
            CsvColumn.text("after", change -> word(change.after())),
            CsvColumn.number("findings", FindingChange::findings),
            CsvColumn.number("files", FindingChange::files),
            CsvColumn.text("submission", change -> change.example().submission()),
            CsvColumn.text("file", change -> change.example().fileName()),
            CsvColumn.text("accepted", change -> change.example().acceptedAt()),
            CsvColumn.number("line", change -> change.example().line()),
            CsvColumn.text("column", change -> change.example().column()),
            CsvColumn.text("message", change -> change.example().message()),
            CsvColumn.text("key", change -> key(change.example())),
            CsvColumn.text("value", change -> change.example().value())));

    private TrialText() {}

    /** Returns one row for each change. The severity is {@code none} where there is no finding. */
    public static String csv(TrialReport report) {
        return TABLE.text(report.changes());
    }

    /** Returns the numbers of files, then the changes by rule and area. */
    public static String text(TrialReport report) {
        TriedFiles files = report.files();
        StringBuilder text = new StringBuilder();
        text.append("Tried ").append(count(files.tried(), "accepted file")).append(". Of these, ");
        text.append(files.failing()).append(" would newly fail, ");
        text.append(files.warned()).append(" would newly get warnings, and ");
        text.append(files.relieved()).append(" would lose an error or a warning.\n");
        if (files.leftOut() > 0) {
            text.append("Left out: ").append(count(files.leftOut(), "file")).append(" without a dataflow.\n");
        }
        if (files.cut() > 0) {
            text.append("In ")
                    .append(count(files.cut(), "file"))
                    .append(" there are too many findings to compare all.\n");
        }
        String heading = "";
        for (FindingChange change : report.changes()) {
            String next = change.dataflow() + ", " + change.rule() + ": " + word(change.before()) + " -> "
                    + word(change.after());
            if (!next.equals(heading)) {
                text.append('\n').append(next).append('\n');
                heading = next;
            }
            text.append(line(change));
        }
        return text.toString();
    }

    private static String line(FindingChange change) {
        TrialExample example = change.example();
        String place = (example.fileName() == null ? "a file without a name" : example.fileName())
                + (example.line() == null ? "" : ", line " + example.line());
        return "  " + (change.area() == null ? "several" : change.area()) + ": "
                + count(change.findings(), "finding") + " in " + count(change.files(), "file")
                + ". Example: " + place + ": " + example.message() + "\n";
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String word(Severity severity) {
        return severity == null ? "none" : severity.word();
    }

    private static String key(TrialExample example) {
        return example.key().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }
}
