package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmptyFileTest {

    @Test
    void aFileWithoutTextIsEmpty() {
        for (String text : List.of("", "\uFEFF", "\n\n  \r\n", ",,,\n,,,\n")) {
            assertEquals(List.of("empty-file - - - []"), Given.file(text).found(), text);
        }
    }

    @Test
    void aHeaderAloneIsNotEnough() {
        assertEquals(List.of("empty-file 1 - - []"), Given.file(Given.HEADER).found());
        assertEquals(
                List.of("empty-file 2 - - []", "layout-assumed 3 - - []"),
                Given.file("\n" + Given.HEADER + "\n,,,\n\n").found());
        assertEquals(
                "The file has a header but no rows.",
                Given.file(Given.HEADER).says().get(0));
    }

    @Test
    void faultsOfTheHeaderAreReportedToo() {
        assertEquals(
                List.of("empty-file 1 - - []", "unknown-column 1 Sexe \"Sexe\" [SEX]"),
                Given.file(Given.HEADER.replace("SEX", "Sexe")).found());
    }
}
