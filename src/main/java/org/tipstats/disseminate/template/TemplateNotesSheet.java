package org.tipstats.disseminate.template;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tipstats.disseminate.template.Template.TemplateColumn;
import org.tipstats.files.workbook.CellStyle;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.Role;

/**
 * Writes a sheet that explains in one language how to fill in the template. The sheet also lists the versions of
 * structures for which the template is made.
 *
 * @param texts the texts in the language of this sheet
 * @param sheetTexts the texts in the language of the workbook, which give the names of the other sheets
 */
record TemplateNotesSheet(Template template, TemplateTexts texts, TemplateTexts sheetTexts, SheetWriter sheet) {

    private static final CellStyle BOLD = CellStyle.PLAIN.withBold();
    private static final CellStyle WRAPPED = CellStyle.PLAIN.withWrap();
    private static final int MAX_COLUMN_WIDTH = 100;

    void write() throws IOException {
        Dataflow dataflow = template.dataflow();
        sheet.maxColumnWidth(MAX_COLUMN_WIDTH);
        sheet.row().text(dataflow.id(), BOLD).text(texts.shown(dataflow.name()), BOLD);
        sheet.row().empty().text(texts.shown(dataflow.description()), WRAPPED);
        heading("heading.fill");
        note("rows", Map.of("sheet", dataflow.id()));
        note("columns", Map.of());
        note("codes", Map.of("sheet", sheetTexts.get("sheet.codes")));
        note("examples", Map.of("sheet", sheetTexts.get("sheet.examples")));
        writeArea();
        note("check", Map.of());
        note("persons", Map.of());
        heading("heading.values");
        writeValues();
        heading("heading.columns");
        for (TemplateColumn column : template.columns()) {
            sheet.row()
                    .text(column.id(), WRAPPED)
                    .text(
                            texts.shown(column.name().inLanguage(texts.language()) + ": " + texts.explain(column)),
                            WRAPPED);
        }
        heading("heading.versions");
        writeVersions();
    }

    private void heading(String key) throws IOException {
        sheet.row();
        sheet.row().empty().text(texts.shown(texts.get(key)), BOLD);
    }

    private void note(String key, Map<String, String> values) throws IOException {
        sheet.row().empty().text(texts.shown(texts.say("note." + key, values)), WRAPPED);
    }

    private void writeArea() throws IOException {
        if (template.area() == null) {
            return;
        }
        String area = template.area().name().inLanguage(texts.language());
        String year = Integer.toString(template.year());
        if (template.last().isEmpty()) {
            note("begin", Map.of("area", area, "year", year));
            return;
        }
        String last = template.lastYear().orElseThrow();
        note("area", Map.of("area", area, "year", year, "last", last));
        note("figures", Map.of("area", area, "last", last, "sheet", sheetTexts.get("sheet.figures")));
        if (template.open()) {
            note("public", Map.of());
        }
    }

    private void writeValues() throws IOException {
        DataStructure structure = template.dataflow().structure();
        String value = structure.measure().id();
        String status = template.status().id();
        Statuses statuses = new Statuses(structure);
        note("value", Map.of("value", value));
        note("missing", Map.of("value", value, "status", status));
        for (String code : statuses.withoutValue()) {
            LocalText meaning =
                    template.status().codes().find(code).orElseThrow().name();
            sheet.row().text(code, WRAPPED).text(texts.shown(meaning), WRAPPED);
        }
        if (template.dataflow().threshold() > 1) {
            writeMasked(statuses);
        }
        String totals = codes(Code::isTotal);
        if (!totals.isEmpty()) {
            note("totals", Map.of("codes", totals));
        }
        String unknown = codes(Code::isUnknown);
        if (!unknown.isEmpty()) {
            note("unknown", Map.of("codes", unknown));
        }
        writeMultiple();
    }

    private void writeMasked(Statuses statuses) throws IOException {
        Dataflow dataflow = template.dataflow();
        String confidentiality = dataflow.structure()
                .attribute(Role.CONFIDENTIALITY)
                .orElseThrow()
                .id();
        note(
                "masked",
                Map.of(
                        "status", template.status().id() + " " + statuses.suppressed(),
                        "confidentiality", confidentiality + " " + statuses.providerMasked(),
                        "most", Integer.toString(dataflow.threshold() - 1)));
    }

    private void writeMultiple() throws IOException {
        Optional<TemplateColumn> column = template.column(Role.MULTI_RESPONSE);
        Optional<Code> yes = column.flatMap(multiple -> multiple.list().first(code -> code.means("YES")));
        if (yes.isPresent() && !template.dataflow().isReference()) {
            note(
                    "multiple",
                    Map.of("column", column.get().id(), "code", yes.get().id()));
        }
    }

    /**
     * Lists those codes of the required columns that are of a kind. The id of its column stands before each code.
     * Returns an empty text if no code is of this kind.
     */
    private String codes(Predicate<Code> kind) {
        return template.columns().stream()
                .filter(column -> column.required() && column.isCoded())
                .flatMap(column -> column.codes().stream().filter(kind).map(code -> column.id() + " " + code.id()))
                .collect(Collectors.joining(", "));
    }

    private void writeVersions() throws IOException {
        Dataflow dataflow = template.dataflow();
        version("dataflow", dataflow.id() + " " + dataflow.version());
        version(
                "codeLists",
                template.columns().stream()
                        .filter(TemplateColumn::isCoded)
                        .map(column -> column.list().id() + " " + column.list().version())
                        .distinct()
                        .collect(Collectors.joining(", ")));
        version("rules", RuleCatalogue.VERSION);
    }

    private void version(String key, String value) throws IOException {
        sheet.row().text(texts.shown(texts.get("version." + key)), WRAPPED).text(value, WRAPPED);
    }
}
