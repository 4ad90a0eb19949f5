package org.tipstats.vocabulary.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The rows of a list of words. A row is a line with commas between its cells. Words with the same meaning share a cell,
 * with semicolons between them. Lines that begin with # name the sources of the words.
 */
final class WordList {

    private WordList() {}

    /** Returns the rows of a file in the folder of this class, without the comments and the header. */
    static List<String[]> rows(String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(WordList.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
