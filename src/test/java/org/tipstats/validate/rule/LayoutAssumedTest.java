package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipstats.files.csv.RowSource.Assumption;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SampleStructures;

class LayoutAssumedTest {

    private static final String TABLE = Given.HEADER + "\nAUT,F,_T,_T,2016,12,\n";

    private static void told(String text, String message) {
        Given file = Given.file(text);
        assertEquals(message, file.says().get(0));
        assertEquals("layout-assumed", file.findings().get(0).rule());
        assertEquals(1, file.report().file().rows());
    }

    @Test
    void linesBeforeTheHeaderAreSkipped() {
        told("Victims 2016\n" + TABLE, "Line 1 before the header was skipped.");
        told("Victims\n\n\"Table 1\", final\n\n" + TABLE, "Lines 1 to 3 before the header were skipped.");
        told("x\n".repeat(20) + TABLE, "Lines 1 to 20 before the header were skipped.");
        assertEquals(
                22, Given.file("x\n".repeat(20) + "\n" + TABLE).report().file().headerLine());
    }

    @Test
    void theSchemaSaysHowSevereUnusedValuesAre() {
        Map<String, String> settings = Map.of("layout-assumed", "severity=warning");
        Dataflow strict = SampleStructures.dataflow(SampleStructures.victims(), settings);
        assertEquals(
                Severity.WARNING,
                new LayoutAssumed()
                        .unusedValues(strict, "values-unused", "AGE=_T")
                        .severity());
    }

    @Test
    void moreThanTwentyLinesAreNoPreamble() {
        assertEquals(
                List.of("missing-column 1 - - []"),
                Given.file("x\n".repeat(21) + TABLE).found());
    }

    @Test
    void aQuotationMarkBeforeTheHeaderOpensNothing() {
        told("\"an open quote\n" + TABLE, "Line 1 before the header was skipped.");
    }

    @Test
    void aListOfPersonsIsFoundBelowATitleToo() {
        assertEquals(
                List.of("case-level-data 2 Surname - []"),
                Given.file("Victims of 2016\nSurname;First name;Sex\nsecret;secret;F\n")
                        .found());
    }

    @Test
    void namesOfColumnsAreFoundBelowATitleToo() {
        List<String> found = Given.file(
                        "Victimes; 2016\nPays;Sexe;\u00C2ge;EXPLOITATION;Ann\u00E9e;Valeur\nAUT;F;_T;_T;2016;12\n")
                .found();
        assertTrue(found.contains("layout-assumed 1 - - []"), found.toString());
        assertTrue(found.contains("unknown-column 2 Pays \"Pays\" [REF_AREA]"), found.toString());
    }

    @Test
    void theSeparatorIsThatOfTheHeader() {
        Given file = Given.file("a, b, c, d, e\n" + Given.HEADER.replace(',', ';') + "\nAUT;F;_T;_T;2016;12;\n");
        assertEquals(List.of("layout-assumed 1 - - []"), file.found());
        assertEquals(";", file.report().file().delimiter());
    }

    @Test
    void aSeparatorLineIsTold() {
        told("sep=,\n" + TABLE, "Line 1 was read as setting \",\" as the separator of the cells.");
    }

    @Test
    void severalByteOrderMarksAreTold() {
        told("\uFEFF\uFEFF" + TABLE, "The file starts with more than one byte-order mark. All of them were skipped.");
        assertEquals(List.of(), Given.file("\uFEFF" + TABLE).found());
    }

    @Test
    void emptyColumnsAndRowsAreTold() {
        told(
                Given.HEADER + ",,\nAUT,F,_T,_T,2016,12,,,\n",
                "Lines 1 to 2 have empty cells after the last column with a name. They were skipped.");
        told(TABLE + ",,,,,,\n\n", "Line 3 contains only separators. It was skipped.");
        told(TABLE + ",,,,,,\n\n,,\n", "Some of the lines from 3 to 5 contain only separators. They were skipped.");
        assertEquals(List.of(), Given.file(TABLE + "\n\n\n").found());
    }

    @Test
    void textBelowAColumnWithoutANameIsNotSkipped() {
        assertEquals(
                List.of("ragged-row 2 - - []"),
                Given.file(Given.HEADER + ",\nAUT,F,_T,_T,2016,12,,x\n").found());
    }

    @Test
    void columnsInOtherSpellingsAreTold() {
        told(
                TABLE.replace("SEX", "Sex ").replace("AGE", "age"),
                "The header spells the columns SEX, AGE differently. They were read.");
        told(TABLE.replace("SEX", "Sex"), "The header spells the column SEX differently. It was read.");
    }

    @Test
    void theLineNumbersStayThoseOfTheFile() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            String text = String.join(end, "Title", "", Given.HEADER, "AUT,W,_T,_T,2016,12,", "");
            assertEquals(
                    List.of("layout-assumed 1 - - []", "unknown-code 4 SEX \"W\" [F]"),
                    Given.file(text).found());
        }
    }

    @Test
    void blanksAndHyphensInIdsAreTakenForUnderscores() {
        told(
                TABLE.replace("REF_AREA", "Ref area")
                        .replace("TIME_PERIOD", " time period ")
                        .replace("OBS_VALUE", "obs-value"),
                "The header spells the columns REF_AREA, TIME_PERIOD, OBS_VALUE differently. They were read.");
        assertEquals(
                List.of("duplicate-column 1 REF_AREA \"ref-area\" []"),
                Given.file("REF_AREA,ref-area,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,AUT,F,_T,_T,2016,12\n")
                        .found("duplicate-column"));
    }

    @Test
    void everyKindOfAssumptionHasItsSentence() {
        for (String language : LocalText.LANGUAGES) {
            for (Assumption.Kind kind : Assumption.Kind.values()) {
                String variant = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
                assertTrue(
                        RuleTexts.in(language).all().containsKey("layout-assumed.message." + variant),
                        language + " " + variant);
            }
        }
    }

    @Test
    void aFormulaWithoutAResultSaysWhatToDo() {
        Finding finding = new Finding(
                "layout-assumed",
                Severity.INFORMATION,
                2,
                null,
                null,
                null,
                new TreeMap<>(
                        Map.of("variant", "formula-without-result", "text", "F", "lines", "several", "last", "9")),
                List.of(),
                Map.of(),
                List.of());
        Sentences sentences = new Sentences(
                RuleTexts.in("en"),
                Given.SCHEMAS.dataflow("VICTIMS").orElseThrow().structure());
        assertEquals(
                "Some rows from 2 to 9 contain formulas without a saved result (column F). Such cells were read as empty.",
                sentences.message(finding));
        assertEquals(
                "Open the workbook in Excel or LibreOffice, let it calculate, save it and send it again.",
                sentences.fix(finding));
    }

    private static List<String> workbook(String name) throws IOException {
        Path file = Path.of("sample-data/rejected/workbook-with-a-title.xlsx");
        ValidationRequest request = ValidationRequest.anonymous(
                Given.SCHEMAS, Given.SCHEMAS.dataflow("VICTIMS").orElseThrow(), Given.CURRENT_YEAR);
        List<String> variants = new ArrayList<>();
        Given.findings(new Validator().validate(file, name, request), 0).forEachRemaining(finding -> {
            if (finding.rule().equals("layout-assumed")) {
                variants.add(String.valueOf(finding.parameters().get("variant")));
            }
        });
        return variants;
    }

    @Test
    void aWorkbookUnderTheNameOfATextIsReadAndTold() throws IOException {
        assertEquals(List.of("name", "lines-before-header"), workbook("VICTIMS.CSV"));
        assertEquals(List.of("lines-before-header"), workbook("victims.xlsx"));
        assertEquals(List.of("lines-before-header"), workbook(null));
        for (String language : LocalText.LANGUAGES) {
            assertTrue(RuleTexts.in(language).all().containsKey("layout-assumed.message.name"), language);
        }
    }
}
