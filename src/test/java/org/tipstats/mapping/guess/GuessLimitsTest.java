package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;

/** Any grid at all ends in an account of its numbers, and in a number of questions that somebody can answer. */
class GuessLimitsTest {

    private static final List<String> CELLS = List.of(
            "",
            "",
            "Women",
            "Men",
            "Total",
            "2018",
            "2019",
            "2016/17",
            "5",
            "0",
            "12 (3)",
            "-",
            "...",
            "<5",
            "1.5",
            "-3",
            "40 %",
            "Year",
            "Sex",
            "Age",
            "0-17",
            "18+",
            "Region",
            "North",
            "January",
            "Q1",
            "Rate",
            "abc",
            "Unknown",
            "Victims of trafficking",
            "Cases",
            "1 234",
            "VC_HTF_DETV",
            "1",
            "2",
            "3");

    private static String grid(Random random) {
        StringBuilder text = new StringBuilder("Victims of trafficking\n");
        int width = 1 + random.nextInt(6);
        for (int i = random.nextInt(12); i >= 0; i--) {
            for (int j = 0; j < width; j++) {
                text.append(CELLS.get(random.nextInt(CELLS.size()))).append('|');
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void everyNumberIsUsedLeftOutOrNotUnderstood() {
        Seeds.check(300, random -> {
            String text = grid(random);
            InventedTable table = InventedTable.of(text);
            Guess guess = (random.nextBoolean() ? table.victims() : table).guess();
            int leftOut = guess.ledger().leftOut().values().stream()
                    .mapToInt(List::size)
                    .sum();
            int notUnderstood = guess.ledger().notUnderstood().size();
            assertEquals(guess.ledger().numeric(), guess.ledger().used() + leftOut + notUnderstood, text);
            boolean explained = notUnderstood == 0
                    || !guess.questions().isEmpty()
                    || !guess.refusals().isEmpty();
            assertTrue(explained, text);
        });
    }

    @Test
    void noCellIsInTwoFiguresOfOneKeyAndNoneIsInvented() {
        Seeds.check(300, random -> {
            String text = grid(random);
            Guess guess =
                    InventedTable.of(text).victims().answer("period", "2020").guess();
            long keys = guess.observations().stream()
                    .map(each -> each.dataflow() + each.key())
                    .distinct()
                    .count();
            assertEquals(guess.observations().size(), keys, text);
            guess.observations().forEach(each -> assertTrue(!each.cells().isEmpty(), text));
        });
    }

    @Test
    void tooManyUnknownWordsAreAskedAboutAsColumns() {
        StringBuilder text = new StringBuilder("Victims of trafficking\nYear|Sex|Number\n");
        for (int i = 0; i < 500; i++) {
            text.append("2019|word").append(i).append("|3\n");
        }
        InventedTable table = InventedTable.of(text.toString()).victims();
        assertEquals("column:B2", table.questions());
        assertEquals("", table.figures());
        assertEquals("unknown-word", table.refusals());
    }
}
