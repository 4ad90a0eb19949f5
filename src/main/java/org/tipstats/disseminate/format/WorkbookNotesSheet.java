package org.tipstats.disseminate.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tipstats.files.workbook.CellStyle;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;

/** Writes the sheet of notes: origin of the data, meaning of empty values, and names of the columns. */
record WorkbookNotesSheet(DataSelection selection, Bundle texts) {

    private static final int WIDEST = 100;

    void write(SheetWriter sheet) throws IOException {
        sheet.maxColumnWidth(WIDEST);
        writeOrigin(sheet);
        sheet.row();
        writeValues(sheet);
        sheet.row();
        heading("heading.columns", sheet);
        for (ObservationField field : selection.fields()) {
            line(field.id(), field.name().inLanguage(texts.language()), sheet);
        }
    }

    private void writeOrigin(SheetWriter sheet) throws IOException {
        Dataflow dataflow = selection.dataflow();
        ReleaseReference release = selection.release();
        sheet.row().text(dataflow.name().inLanguage(texts.language()), CellStyle.PLAIN.withBold());
        line(texts.text("dataflow"), dataflow.identification(), sheet);
        line(texts.text("description"), dataflow.description().inLanguage(texts.language()), sheet);
        line(texts.text("release"), release.id() + ": " + release.titles().inLanguage(texts.language()), sheet);
        if (release.publishedAt() != null) {
            line(texts.text("published"), release.publishedAt().toString(), sheet);
        }
        line(texts.text("hash"), release.contentHash(), sheet);
        line(texts.text("observations"), selection.size() + " / " + selection.total(), sheet);
        writeTerms(selection.terms(), sheet);
        line(texts.text("caution"), texts.text("note.prevalence"), sheet);
    }

    private void writeTerms(Terms terms, SheetWriter sheet) throws IOException {
        Optional<String> licence = terms.licence(texts.language());
        if (licence.isPresent()) {
            line(texts.text("licence"), licence.get(), sheet);
        }
        if (terms.licenceUrl() != null) {
            line(licence.isPresent() ? "" : texts.text("licence"), terms.licenceUrl(), sheet);
        }
        Optional<String> citation = terms.citation(texts.language());
        if (citation.isPresent()) {
            line(texts.text("citation"), citation.get(), sheet);
        }
        line(texts.text("terms"), terms.address(), sheet);
    }

    private void writeValues(SheetWriter sheet) throws IOException {
        Dataflow dataflow = selection.dataflow();
        Statuses statuses = new Statuses(dataflow.structure());
        String status =
                dataflow.structure().attribute(Role.STATUS).orElseThrow().id();
        String confidentiality = dataflow.structure()
                .attribute(Role.CONFIDENTIALITY)
                .orElseThrow()
                .id();
        heading("heading.values", sheet);
        line("0", texts.text("note.zero"), sheet);
        line(status + " " + String.join(", ", statuses.missing()), texts.text("note.missing"), sheet);
        line(status + " " + String.join(", ", notApplicable(dataflow)), texts.text("note.notApplicable"), sheet);
        String suppressed = status + " " + statuses.suppressed() + ", " + confidentiality + " ";
        line(suppressed + statuses.providerMasked(), texts.text("note.masked"), sheet);
        line(suppressed + statuses.withheld(), texts.text("note.withheld"), sheet);
        line(status + " " + statuses.lowReliability(), texts.text("note.low"), sheet);
        line("", texts.text("note.bounds"), sheet);
    }

    private static List<String> notApplicable(Dataflow dataflow) {
        return dataflow.structure().attribute(Role.STATUS).orElseThrow().codes().codes().stream()
                .filter(code -> code.means("NOT_APPLICABLE"))
                .map(code -> code.id())
                .toList();
    }

    private void heading(String key, SheetWriter sheet) throws IOException {
        sheet.row().text(texts.text(key), CellStyle.PLAIN.withBold());
    }

    private static void line(String what, String text, SheetWriter sheet) throws IOException {
        sheet.row().text(what).text(text, CellStyle.PLAIN.withWrap());
    }
}
