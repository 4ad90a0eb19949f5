package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.rule.ChildExceedsParent;
import org.tipstats.validate.rule.DuplicateKey;
import org.tipstats.validate.rule.PartExceedsTotal;
import org.tipstats.validate.rule.Revision;
import org.tipstats.validate.rule.SumBelowTotal;
import org.tipstats.validate.rule.SumExceedsTotal;
import org.tipstats.validate.rule.ValueDropped;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.SampleRows;

/** Tests the English sentences with the parameters that the rules put into their findings. */
class RowRuleTextsTest {

    private static final String TOTAL = "AUT._T._T._T.NUMBER.2016";
    private static final String WOMEN = "AUT.F._T._T.NUMBER.2016";
    private static final String MEN = "AUT.M._T._T.NUMBER.2016";

    private final ResourceBundle texts =
            ResourceBundle.getBundle("org.tipstats.validate.findings.rules", Locale.ENGLISH);

    private String text(Finding finding, String part) {
        MessageFormat format = new MessageFormat(texts.getString(finding.rule() + "." + part), Locale.ENGLISH);
        TreeSet<String> named = new TreeSet<>(format.getArgumentNames());
        named.removeAll(finding.parameters().keySet());
        assertTrue(named.isEmpty(), () -> finding.rule() + " lacks " + named);
        return format.format(finding.parameters());
    }

    private String message(SampleRows rows, RowRule rule) {
        return text(rows.check(rule).get(0), "message");
    }

    @Test
    void everyRowRuleHasAllItsTexts() throws MissingResourceException {
        List<RowRule> rules = List.of(
                new DuplicateKey(),
                new PartExceedsTotal(),
                new SumExceedsTotal(),
                new SumBelowTotal(),
                new ChildExceedsParent(),
                new Revision(),
                new ValueDropped());
        for (RowRule rule : rules) {
            for (String part : List.of("title", "message", "fix", "reason", "example")) {
                assertFalse(texts.getString(rule.id() + "." + part).isBlank());
            }
        }
    }

    @Test
    void duplicatesSayWhetherTheirValuesDiffer() {
        assertEquals(
                "The file has 2 rows for this observation, and their values differ. The first is line 2.",
                message(SampleRows.victims().row(TOTAL, 1).row(TOTAL, 2), new DuplicateKey()));
        assertEquals(
                "The file has 2 rows for this observation, with the same value. The first is line 2.",
                message(SampleRows.victims().row(TOTAL, 1).row(TOTAL, 1), new DuplicateKey()));
    }

    @Test
    void sumsSayWhatWasFoundAndHowFarApartItIs() {
        assertEquals(
                "In SEX, F is 1,300 but the total _T is 20: 1,280 more than the total allows."
                        + " One other part exceeds the total, too.",
                message(SampleRows.victims().row(TOTAL, 20).row(WOMEN, 1300).row(MEN, 21), new PartExceedsTotal()));
        assertEquals(
                "In SEX, the parts add up to 85 but the total _T is 84: at least 1 too many.",
                message(SampleRows.victims().row(TOTAL, 84).row(WOMEN, 57).row(MEN, 28), new SumExceedsTotal()));
        Finding below = SampleRows.victims()
                .row(TOTAL, 100)
                .row(WOMEN, 60)
                .masked(MEN)
                .check(new SumBelowTotal())
                .get(0);
        assertEquals(
                "In SEX, the parts add up to 60-64 but the total _T is 100: at least 36 are not in any part.",
                text(below, "message"));
        assertEquals(
                "If nothing more is known about them, add a row with _U in SEX and the value 36."
                        + " Otherwise, add the missing categories, or correct the total.",
                text(below, "fix"));
        assertEquals(
                "In AGE, the codes below Y_GE18 add up to 11 but Y_GE18 is 10: at least 1 too many.",
                message(
                        SampleRows.victims()
                                .row("AUT._T.Y_GE18._T.NUMBER.2016", 10)
                                .row("AUT._T.Y18T24._T.NUMBER.2016", 11),
                        new ChildExceedsParent()));
    }

    @Test
    void revisionsSayWhatItWasAndWhatItIs() {
        assertEquals(
                "The value was 8; now it is 7 (-12.5 %).",
                message(SampleRows.victims().row(TOTAL, 7).old(TOTAL, 8), new Revision()));
        assertEquals(
                "The value was 0; now it is 7.",
                message(SampleRows.victims().row(TOTAL, 7).old(TOTAL, 0), new Revision()));
        assertEquals(
                "The value stays the same, and its status changes from A to P.",
                message(SampleRows.victims().row(TOTAL, 7, "P").old(TOTAL, 7), new Revision()));
        assertEquals(
                "The value was 7; now it is missing (status O).",
                message(SampleRows.victims().missing(TOTAL).old(TOTAL, 7), new Revision()));
        assertEquals(
                "There was no value before (status O); now it is 7.",
                message(SampleRows.victims().row(TOTAL, 7).oldMissing(TOTAL), new Revision()));
    }

    @Test
    void droppedValuesSayHowTheyWouldGo() {
        assertEquals(
                "The row withdraws 2 values.",
                message(
                        SampleRows.victims()
                                .delete("AUT.*.*.*.*.2016")
                                .old(TOTAL, 5)
                                .old(MEN, 5),
                        new ValueDropped()));
        assertEquals(
                "The row replaces a value with a missing one.",
                message(SampleRows.victims().replaceBy(TOTAL, -1, "O").old(TOTAL, 5), new ValueDropped()));
        assertEquals(
                "The file replaces all figures for this country or area and period, but has no row for this figure.",
                message(SampleRows.victims().row(TOTAL, 5).old(MEN, 5).replacePeriods(), new ValueDropped()));
    }

    @Test
    void theFixFitsTheCase() {
        Finding replaced = SampleRows.victims()
                .row(TOTAL, 5)
                .old(MEN, 5)
                .replacePeriods()
                .check(new ValueDropped())
                .get(0);
        assertTrue(text(replaced, "fix").startsWith("Add a row for it, or submit the file with"));
        Finding twice = SampleRows.victims()
                .row(TOTAL, 5)
                .row(TOTAL, 5)
                .check(new DuplicateKey())
                .get(0);
        assertEquals("Keep one of the rows and delete the others.", text(twice, "fix"));
    }
}
