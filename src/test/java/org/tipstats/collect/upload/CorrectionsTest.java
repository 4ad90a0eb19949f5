package org.tipstats.collect.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
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
}
