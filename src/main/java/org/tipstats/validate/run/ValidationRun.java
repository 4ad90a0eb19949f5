package org.tipstats.validate.run;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tipstats.files.csv.Dialect;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;
import org.tipstats.files.csv.RowSource.Assumption;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.detect.FileProbe;
import org.tipstats.validate.findings.FindingCollection;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.findings.ValidationReport.FileInfo;
import org.tipstats.validate.persons.CaseLevelData;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.HeaderCheck;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.ReadAhead;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.row.TableFacts;
import org.tipstats.validate.rule.AreaNotYours;
import org.tipstats.validate.rule.ColumnIgnored;
import org.tipstats.validate.rule.DamagedText;
import org.tipstats.validate.rule.DuplicateColumn;
import org.tipstats.validate.rule.EmptyFile;
import org.tipstats.validate.rule.EncodingAssumed;
import org.tipstats.validate.rule.LayoutAssumed;
import org.tipstats.validate.rule.MissingColumn;
import org.tipstats.validate.rule.OwnLayout;
import org.tipstats.validate.rule.RateNotCount;
import org.tipstats.validate.rule.Revision;
import org.tipstats.validate.rule.RowsAboveHeader;
import org.tipstats.validate.rule.UnknownColumn;
import org.tipstats.validate.rule.UnreadableFile;
import org.tipstats.validate.rule.ValueDropped;
import org.tipstats.validate.rule.WrongFileType;
import org.tipstats.validate.table.OtherDataflows;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;
import org.tipstats.validate.table.RuleSettings;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * One validation in stages: the kind of file, the header, the rows, and the rules about all rows. The run ends after a
 * stage that makes the next stages meaningless. A rule has passed if its stage is finished, the rule had something to
 * check, and it found nothing.
 */
final class ValidationRun {

    /** Files of this size in bytes and larger are read and checked in parallel. */
    private static final int PARALLEL_BYTES = 1 << 20;

    /** The number of rows that are read before the header is checked. */
    private static final int FIRST_ROWS = 20;

    /** The only assumptions that are reported for a table in its own layout, because they change its figures. */
    private static final Set<Assumption.Kind> FORMULAS =
            EnumSet.of(Assumption.Kind.FORMULA, Assumption.Kind.FORMULA_WITHOUT_RESULT);

    private final ReceivedTable table;
    private final String fileName;
    private final ValidationRequest request;
    private final RuleCatalogue rules;
    private final FindingCollection found;
    private final RunProgress progress;
    private final FileContext context;
    private final Set<String> finished = new HashSet<>();
    private final Set<String> idle = new HashSet<>();
    private RowStage rowStage;
    private Integer headerLine;
    private int ownRows;
    private boolean ofFirstRows;

    ValidationRun(
            ReceivedTable table,
            String fileName,
            ValidationRequest request,
            RuleCatalogue rules,
            FindingCollection found) {
        this.table = table;
        this.fileName = fileName;
        this.request = request;
        this.rules = rules;
        this.found = found;
        this.progress = new RunProgress(request.progress());
        this.context = new FileContext(new RuleSettings(request.dataflow()), found);
    }

    /** Makes the run read only the rows that show whether a table in its own layout lists persons. Returns this run. */
    ValidationRun ofFirstRows() {
        ofFirstRows = true;
        return this;
    }

    Validation run() throws IOException {
        progress.expect(table.probe().lines());
        if (isTable()) {
            try (RowSource reader = table.open()) {
                read(reader);
                reportAssumptions(reader);
            } catch (MalformedFileException e) {
                new UnreadableFile().report(e, context);
            }
        }
        return rowStage == null
                ? new Validation(report(), found, Collections.emptySortedSet(), Collections.emptySortedSet())
                : new Validation(report(), found, rowStage.areas(), rowStage.periods());
    }

    private boolean isTable() throws IOException {
        FileProbe probe = table.probe();
        if (probe.kind() == FileKind.EMPTY) {
            new EmptyFile().reportNoText(context);
            return false;
        }
        if (new OwnLayout().check(table, context) || new WrongFileType().check(probe, context)) {
            return false;
        }
        finished.add(Rule.id(WrongFileType.class));
        return !new DamagedText().check(probe, context);
    }

    /** Reports the assumptions under which the file was read. Reports none for a file that lists persons. */
    private void reportAssumptions(RowSource reader) {
        if (found.count(Rule.id(CaseLevelData.class)) == 0) {
            new EncodingAssumed().check(table.probe(), context);
            List<Assumption> assumptions = new ArrayList<>(reader.assumptions());
            if (found.count(Rule.id(OwnLayout.class)) > 0) {
                assumptions.removeIf(assumption -> !FORMULAS.contains(assumption.kind()));
            }
            if (found.count(Rule.id(RowsAboveHeader.class)) > 0) {
                assumptions.removeIf(assumption -> assumption.kind() == Assumption.Kind.LINES_BEFORE_HEADER);
            }
            new LayoutAssumed().checkName(fileName, table.probe().kind(), context);
            new LayoutAssumed().check(assumptions, context);
        }
    }

    private void read(RowSource reader) throws IOException {
        RawRow header = reader.header().orElse(null);
        if (header == null) {
            new EmptyFile().reportNoText(context);
            return;
        }
        headerLine = header.line();
        Dataflow dataflow = request.dataflow();
        Layout layout = Layout.of(header, dataflow);
        reader.ignoreColumns(Layout.reportColumns(header.cells()));
        PeekingRows records = new PeekingRows(reader);
        List<RawRow> first = records.peek(FIRST_ROWS);
        HeaderCheck check = HeaderCheck.of(header, layout, first, request.currentYear(), dataflow);
        if (new CaseLevelData().check(check, context)) {
            return;
        }
        OwnTable own = new OwnTable(header, check, context, request);
        if (own.isOwn(first)) {
            records.endAfter(ofFirstRows ? TableFacts.MAX_ROWS : Integer.MAX_VALUE);
            ownRows = own.report(records);
        } else {
            readTable(reader, records, check);
        }
    }

    private void readTable(RowSource reader, PeekingRows records, HeaderCheck check) throws IOException {
        Layout layout = check.layout();
        Dialect dialect = table.dialect();
        boolean commas = dialect != null && dialect.delimiter() == ',';
        RowStage rows = new RowStage(layout, context, request, rules.cellRules(), progress, commas);
        if (rows.isOtherDataflow(records)) {
            records.forEachRemaining(row -> {}); // throws an exception if the file cannot be read to its end
            return;
        }
        checkHeader(check);
        List<RawRow> above = new RowsAboveHeader().check(reader.rowsBeforeHeader(), layout, context);
        rows.taintUnread(above);
        if (records.hasNext()) {
            rowStage = rows;
            readRows(records, layout);
        } else if (above.isEmpty()) {
            new EmptyFile().reportNoRows(context, layout.line());
        }
    }

    private void readRows(PeekingRows records, Layout layout) throws IOException {
        MalformedFileException end = run(records).orElse(null);
        if (new CaseLevelData().check(rowStage.persons(), layout, found, context)) {
            return;
        }
        if (end != null) {
            new UnreadableFile().report(end, context);
        } else {
            finishRows();
        }
    }

    private Optional<MalformedFileException> run(PeekingRows records) {
        if (table.probe().bytes() < PARALLEL_BYTES) {
            return rowStage.run(records);
        }
        try (ReadAhead ahead = new ReadAhead(records)) {
            return rowStage.run(ahead);
        }
    }

    private void checkHeader(HeaderCheck check) {
        new UnknownColumn().check(check, context);
        new DuplicateColumn().check(check.layout(), context);
        new MissingColumn().check(check, context);
        new ColumnIgnored().check(check.layout(), context);
        new LayoutAssumed().reportSpellings(check.layout(), context);
        finished.addAll(List.of(Rule.id(UnknownColumn.class), Rule.id(DuplicateColumn.class)));
    }

    private void finishRows() {
        rules.ids().filter(id -> !rules.isRowRule(id)).forEach(finished::add);
        idle.add(Rule.id(RateNotCount.class));
        if (request.areas() == null) {
            idle.add(Rule.id(AreaNotYours.class));
        }
        if (rowStage.hasKeys()) {
            checkRows();
        }
    }

    private void checkRows() {
        RowTable rows = rowStage.table();
        Dataflow dataflow = request.dataflow();
        rows.baseline(request.baseline().of(dataflow, rowStage.areas()), new Statuses(dataflow.structure()));
        if (request.replace()) {
            rows.replacePeriods();
        }
        OtherDataflows others = new OtherDataflows(request.schemas()::dataflow, request.baseline(), rowStage.areas());
        RuleSettings settings = new RuleSettings(dataflow, others);
        List<RowRule> rowRules = rules.rowRules();
        for (int i = 0; i < rowRules.size(); i++) {
            progress.startRule(i, rowRules.size());
            RowRule rule = rowRules.get(i);
            if (rule.applies(rows, settings)) {
                rule.check(rows, new RowFindings(rows, rule, settings, found));
                finished.add(rule.id());
            } else {
                idle.add(rule.id());
            }
        }
        rows.merged().forgetBreakdowns(); // frees memory, because findings that are made later hold the rows
        if (!rows.comparesWithBaseline()) {
            idle.addAll(List.of(Rule.id(Revision.class), Rule.id(ValueDropped.class)));
        } else if (!request.replace() && !rowStage.replaces()) {
            idle.add(Rule.id(ValueDropped.class));
        }
    }

    private ValidationReport report() {
        List<String> passed = rules.ids()
                .filter(id -> finished.contains(id) && !idle.contains(id) && found.count(id) == 0)
                .filter(id -> !RuleCatalogue.mappingRules().contains(id))
                .toList();
        List<String> notRun = rules.ids().filter(idle::contains).toList();
        return new ValidationReport(
                found.count(Severity.ERROR) == 0,
                request.dataflow().id(),
                request.dataflow().version(),
                RuleCatalogue.VERSION,
                fileInfo(),
                found.counts(),
                found.summary(),
                passed,
                notRun,
                found.size(),
                found.kept(),
                codeLists(),
                rowStage == null ? null : FileContents.of(rowStage),
                false);
    }

    private SortedMap<String, String> codeLists() {
        SortedMap<String, String> versions = new TreeMap<>();
        request.dataflow().structure().codeLists().forEach((id, list) -> versions.put(id, list.version()));
        return versions;
    }

    private FileInfo fileInfo() {
        FileProbe probe = table.probe();
        Dialect dialect = table.dialect();
        Charset charset = probe.fault() == null ? probe.charset() : null;
        return new FileInfo(
                fileName,
                probe.sha256(),
                probe.bytes(),
                probe.kind().word(),
                charset == null ? null : charset.name(),
                dialect == null ? null : String.valueOf(dialect.delimiter()),
                dialect == null ? headerLine : Integer.valueOf(dialect.headerLine()),
                rowStage == null ? ownRows : rowStage.rows());
    }
}
