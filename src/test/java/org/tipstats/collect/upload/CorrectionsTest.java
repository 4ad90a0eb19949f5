package org.tipstats.collect.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.grid.Sheet.Addressing;
import org.tipstats.mapping.grid.Sheet.Row;
import org.tipstats.platform.problem.ProblemException;

class CorrectionsTest {

    private static String fault(String corrections) {
        ProblemException refused = assertThrows(ProblemException.class, () -> Corrections.read(corrections));
        return refused.problem().errors().get(0).message();
    }

    @Test
    void aMissingTextIsNotATooLongOne() {
        assertEquals("Give the text that counts. It may be empty.", fault("[{\"cell\": \"B4\"}]"));
        String longText = "[{\"cell\": \"B4\", \"new\": \"" + "x".repeat(1001) + "\"}]";
        assertEquals("The new text must have at most 1000 characters.", fault(longText));
    }

    @Test
    void aCellOfAFileWithAFigureInEachLineCannotBeCorrected() {
        Row figure = new Row(5, new String[] {"Women", "2019", "7"});
        Grid lines = new Grid(List.of(new Sheet("", Addressing.LINES, List.of(figure), List.of())));
        Grid cells = new Grid(List.of(new Sheet("", Addressing.CELLS, List.of(figure), List.of())));
        Corrections corrections = Corrections.read("[{\"cell\": \"C5\", \"new\": \"8\"}]");
        assertEquals("8", corrections.in(cells).correct(cells).sheets().get(0).text(5, 2));
        ProblemException refused = assertThrows(ProblemException.class, () -> corrections.in(lines));
        assertEquals(422, refused.problem().status());
    }
}
