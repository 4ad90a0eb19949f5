package org.tipstats.validate.run;

import java.util.List;
import java.util.Optional;
import org.tipstats.files.csv.RawRow;
import org.tipstats.validate.persons.CaseLevelData;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.HeaderCheck;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.TableFacts;
import org.tipstats.validate.rule.EmptyFile;
import org.tipstats.validate.rule.MissingColumn;
import org.tipstats.validate.rule.OwnLayout;
import org.tipstats.validate.rule.RateNotCount;
import org.tipstats.validate.rule.UnreadableFile;

/** A file without the columns of the dataflow: a table in a layout of its own, a list of persons, or no table. */
record OwnTable(RawRow header, HeaderCheck check, FileContext context, ValidationRequest request) {

    /**
     * Returns whether the file has a layout of its own. A file that names a dataflow or structure of this service never
     * has one. A file that names another one has its own layout if several columns are unknown. All other files have it
     * if their columns are not meant to be those of the requested dataflow.
     */
    boolean isOwn(List<RawRow> first) {
        Optional<String> named = first.stream().findFirst().flatMap(new NamedDataflow(check.layout(), context)::id);
        if (named.isEmpty()) {
            return !check.isOurs(request.dataflow());
        }
        String id = named.get();
        boolean known = request.schemas().dataflows().stream()
                .anyMatch(flow -> flow.id().equals(id) || flow.structure().id().equals(id));
        return !known && check.unknown().size() > 1;
    }

    /**
     * Reports a single fault of the file. A table of rates gets a second finding.
     *
     * @return the number of rows; 0 for a list of persons
     */
    int report(PeekingRows rows) {
        Layout layout = check.layout();
        TableFacts facts = TableFacts.of(header, rows, request.currentYear());
        if (new CaseLevelData().check(check, facts, context)) {
            return 0;
        }
        if (facts.fault().isPresent()) {
            new UnreadableFile().report(facts.fault().get(), context);
        } else if (facts.rows() == 0 && check.isHeader()) {
            new EmptyFile().reportNoRows(context, layout.line());
        } else if (!facts.isTable() || new MissingColumn().isRow(header, context)) {
            new MissingColumn().reportNoHeader(layout, context);
        } else {
            new OwnLayout().report(layout, context);
            new RateNotCount().check(facts, layout, context);
        }
        return facts.read();
    }
}
