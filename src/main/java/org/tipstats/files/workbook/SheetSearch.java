package org.tipstats.files.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.detect.FileKind;

/** Searches a workbook for the sheet with the table. */
final class SheetSearch implements Closeable {

    private final Path file;
    private final FileKind kind;
    private final Predicate<String> known;
    private Sheets sheets;
    private SheetCandidate choice;
    private int withText;

    SheetSearch(Path file, FileKind kind, Predicate<String> known) throws IOException {
        this.file = file;
        this.kind = kind;
        this.known = known;
        this.sheets = open();
    }

    private Sheets open() throws IOException {
        Archive archive = Archive.open(file);
        try {
            return kind == FileKind.XLSX ? new XlsxSheets(archive) : new OdsSheets(archive);
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** Finds the sheet and stops after its first rows. */
    void run() throws IOException {
        int visible = 0;
        for (int index = 0; sheets.next(); index++) {
            if (sheets.hidden()) {
                continue;
            }
            visible++;
            SheetCandidate found = SheetCandidate.read(sheets, index, known);
            withText += found.hasText() ? 1 : 0;
            if (found.isTable()) {
                choice = found;
                return;
            }
            if (found.hasText() && found.isBetterThan(choice)) {
                choice = found;
            }
        }
        if (visible == 0) {
            throw new MalformedFileException(Reason.NO_TABLE_SHEET, 0);
        }
        if (choice != null) {
            returnTo(choice.index());
        }
    }

    /** Opens the workbook again, because sheets can only be read forwards. */
    private void returnTo(int wanted) throws IOException {
        sheets.close();
        sheets = open();
        for (int i = 0; i <= wanted; i++) {
            sheets.next();
        }
        choice = SheetCandidate.read(sheets, wanted, known);
    }

    /** Returns whether one of the following sheets has text and is visible. */
    static boolean hasTextInRest(Sheets sheets) {
        while (sheets.next()) {
            SheetRow row = sheets.hidden() ? null : sheets.row();
            while (row != null && row.textWidth() == 0) {
                row = sheets.row();
            }
            if (row != null) {
                return true;
            }
        }
        return false;
    }

    Sheets sheets() {
        return sheets;
    }

    /** Returns the sheet with the table, or null if no sheet has text. */
    SheetCandidate choice() {
        return choice;
    }

    /** Returns whether more than one sheet with text was found so far. */
    boolean hasSeveralWithText() {
        return withText > 1;
    }

    @Override
    public void close() throws IOException {
        sheets.close();
    }
}
