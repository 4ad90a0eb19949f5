package org.tipstats.files.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialectTest {

    @TempDir
    Path folder;

    private Dialect detect(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), text);
        Set<String> known = Set.of("STRUCTURE", "STRUCTURE_ID", "SEX", "OBS_VALUE");
        return Dialect.detect(
                file,
                StandardCharsets.UTF_8,
                name -> known.contains(name.strip().toUpperCase(Locale.ROOT)));
    }

    @Test
    void theDelimiterIsTheOneThatMakesColumns() throws IOException {
        assertEquals(',', detect("SEX,OBS_VALUE\n").delimiter());
        assertEquals(';', detect("sex; obs_value\n").delimiter());
        assertEquals('\t', detect("SEX\tOBS_VALUE\n").delimiter());
        assertEquals('|', detect("SEX|OBS_VALUE\n").delimiter());
        assertEquals(';', detect("\"SEX\";\"OBS_VALUE\"\n").delimiter());
        assertEquals(
                ';',
                detect("STRUCTURE;STRUCTURE_ID;ACTION;Remark, please, short, no, names\n")
                        .delimiter());
    }

    @Test
    void withoutKnownColumnsTheMostFrequentDelimiterIsTaken() throws IOException {
        assertEquals(';', detect("Land;Jahr;Wert, gesamt\n").delimiter());
        assertEquals(',', detect("Land\n").delimiter());
    }

    @Test
    void aSeparatorLineDecidesAndIsNoHeader() throws IOException {
        Dialect dialect = detect("sep=;\r\nSEX;OBS_VALUE\r\n");
        assertEquals(';', dialect.delimiter());
        assertEquals(2, dialect.headerLine());
        assertEquals('^', detect("\"sep=^\"\nSEX^OBS_VALUE\n").delimiter());
        assertEquals('\t', HeaderSearch.separator("sep=\t"));
        assertEquals(0, HeaderSearch.separator("sep= "));
    }

    @Test
    void theHeaderIsTheFirstLineWithText() throws IOException {
        assertEquals(1, detect("SEX,OBS_VALUE").headerLine());
        assertEquals(4, detect("\n \n,,\nSEX,OBS_VALUE\n").headerLine());
        assertEquals(3, detect("\r\rSEX,OBS_VALUE\r").headerLine());
    }

    @Test
    void theHeaderIsTheLineWithTheMostNames() throws IOException {
        assertEquals(3, detect("Title\nSEX\nSEX,OBS_VALUE\n").headerLine());
        assertEquals(2, detect("SEX,OBS_VALUE\nSTRUCTURE,SEX,OBS_VALUE\n").headerLine());
        assertEquals(1, detect("SEX,OBS_VALUE\nSEX,OBS_VALUE\n").headerLine());
        assertEquals(21, detect("x\n".repeat(20) + "SEX,OBS_VALUE\n").headerLine());
        assertEquals(1, detect("x\n".repeat(21) + "SEX,OBS_VALUE\n").headerLine());
    }

    @Test
    void oneNameAloneMakesNoHeader() throws IOException {
        assertEquals(1, detect("AUT,F,_T,2016\nAUT,F,SEX,2016\n").headerLine());
    }

    @Test
    void idsCountBeforeNames() throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), "Sex,Value,Note\nSEX,OBS_VALUE,x\n");
        Set<String> ids = Set.of("SEX", "OBS_VALUE");
        Set<String> names = Set.of("Sex", "Value", "Note");
        Dialect dialect = Dialect.detect(file, StandardCharsets.UTF_8, ids::contains, names::contains);
        assertEquals(2, dialect.headerLine());
        Files.writeString(file, "Title\nSex;Value;Note\n");
        dialect = Dialect.detect(file, StandardCharsets.UTF_8, ids::contains, names::contains);
        assertEquals(2, dialect.headerLine());
        assertEquals(';', dialect.delimiter());
    }

    @Test
    void theDelimiterIsThatOfTheHeader() throws IOException {
        assertEquals(';', detect("a,b,c,d\nSEX;OBS_VALUE\n").delimiter());
    }

    @Test
    void theLineEndIsThatOfTheFirstLine() throws IOException {
        assertEquals("\n", detect("SEX\nM\r\n").lineEnd());
        assertEquals("\r\n", detect("SEX\r\nM\n").lineEnd());
        assertEquals("\r", detect("SEX\rM\r").lineEnd());
        assertEquals("\n", detect("SEX").lineEnd());
    }
}
