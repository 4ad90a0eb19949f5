package org.tipstats.disseminate.template;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tipstats.disseminate.template.Template.TemplateColumn;
import org.tipstats.files.workbook.CellStyle;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.files.workbook.SheetWriter.DropDown;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/** Writes the sheet of codes and names. The drop-down lists of the data sheet take their choices from this sheet. */
final class TemplateCodeSheet {

    private static final String INDENT = "\u2003";

    /** Codes and names below a heading. Template columns with the same codes share a block. */
    private record Block(String heading, String name, List<String> codes, List<String> names) {}

    private final TemplateTexts texts;
    private final String sheet;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Integer> blockOf = new LinkedHashMap<>();

    TemplateCodeSheet(Template template, TemplateTexts texts) {
        this.texts = texts;
        this.sheet = texts.get("sheet.codes");
        for (TemplateColumn column : template.columns()) {
            if (column.isCoded()) {
                add(column, codes(column));
            } else if (column.id().equals(template.dataflow().structure().time().id())) {
                add(column, years(column, template));
            }
        }
    }

    private void add(TemplateColumn column, Block block) {
        int known = blocks.indexOf(block);
        blockOf.put(column.id(), known < 0 ? blocks.size() : known);
        if (known < 0) {
            blocks.add(block);
        }
    }

    private Block codes(TemplateColumn column) {
        CodeList list = column.list();
        List<Code> codes = column.codes();
        return new Block(
                list.id(),
                texts.shown(list.name()),
                codes.stream().map(Code::id).toList(),
                codes.stream().map(code -> name(code, list, codes)).toList());
    }

    /** Returns the name of a code, indented by its depth below broader codes. */
    private String name(Code code, CodeList list, List<Code> shown) {
        long depth = list.ancestors(code).stream().filter(shown::contains).count();
        return INDENT.repeat((int) depth) + texts.shown(code.name());
    }

    private Block years(TemplateColumn column, Template template) {
        int first = template.dataflow().structure().time().firstYear();
        List<String> years = IntStream.rangeClosed(first, template.thisYear())
                .map(year -> first + template.thisYear() - year)
                .mapToObj(Integer::toString)
                .toList();
        return new Block(column.id(), texts.shown(column.name()), years, List.of());
    }

    /** Returns the drop-down list for a column; empty if the column has no codes to choose from. */
    Optional<DropDown> choices(TemplateColumn column) {
        Integer index = blockOf.get(column.id());
        if (index == null || blocks.get(index).codes().isEmpty()) {
            return Optional.empty();
        }
        String message = texts.say("choose.message", Map.of("column", column.id(), "sheet", sheet));
        int last = blocks.get(index).codes().size();
        return Optional.of(new DropDown(sheet, 2 * index, 1, last, texts.get("choose.title"), message));
    }

    /** Writes the blocks of codes and names next to each other. */
    void write(SheetWriter writer) throws IOException {
        writer.freezeHeader();
        writer.row();
        for (Block block : blocks) {
            writer.text(block.heading(), TemplateWorkbook.REQUIRED).text(block.name(), TemplateWorkbook.OPTIONAL);
        }
        int rows = blocks.stream().mapToInt(block -> block.codes().size()).max().orElse(0);
        for (int row = 0; row < rows; row++) {
            writer.row();
            for (Block block : blocks) {
                writer.text(at(block.codes(), row), CellStyle.PLAIN.withTextFormat())
                        .text(at(block.names(), row));
            }
        }
    }

    private static String at(List<String> texts, int row) {
        return row < texts.size() ? texts.get(row) : null;
    }
}
