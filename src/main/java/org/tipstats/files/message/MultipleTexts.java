package org.tipstats.files.message;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/**
 * Several texts of one component in one cell, in the form of SDMX-CSV. Semicolons separate values, and each text in
 * several languages has its language before it. A single text stands unchanged.
 */
final class MultipleTexts {

    private final List<String> texts = new ArrayList<>();
    private final List<String> languages = new ArrayList<>();

    private int length;

    /**
     * Adds a text.
     *
     * @param language its language, or null
     */
    void add(String language, String text, int line) {
        length += 1 + text.length() + (language == null ? 0 : language.length());
        if (length > CsvReader.MAX_CELL + 1) {
            throw new MalformedFileException(Reason.CELL_TOO_LONG, line);
        }
        languages.add(language);
        texts.add(text);
    }

    /** Returns the cell, or null if there was no text. */
    String cell() {
        if (texts.size() < 2) {
            return texts.isEmpty() ? null : texts.get(0);
        }
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            cell.append(i == 0 ? "" : ";");
            if (languages.get(i) != null) {
                cell.append(languages.get(i)).append(':');
            }
            cell.append(texts.get(i));
        }
        return cell.toString();
    }
}
