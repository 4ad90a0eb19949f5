package org.tipstats.site.chapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTest {

    @Test
    void aNumberKeepsItsAddressWhereverASentencePutsIt() {
        Passage.Numbers numbers = new Passage.Numbers();
        String first = numbers.linked("8,368", "/en/figure/1");
        String second = numbers.linked("12", "/en/figure/2");
        String none = numbers.linked("51", null);

        assertEquals(
                List.of(
                        new Passage.Piece("Of ", null),
                        new Passage.Piece("12", "/en/figure/2"),
                        new Passage.Piece(" and ", null),
                        new Passage.Piece("8,368", "/en/figure/1"),
                        new Passage.Piece(" in 51.", null)),
                numbers.in("Of " + second + " and " + first + " in " + none + ".")
                        .pieces());
    }
}
