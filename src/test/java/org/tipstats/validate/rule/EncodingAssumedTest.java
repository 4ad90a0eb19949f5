package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingAssumedTest {

    private static Given comment(String text, String encoding) {
        return Given.bytes(
                (Given.HEADER + ",COMMENT\nAUT,F,_T,_T,2016,12,," + text + "\n").getBytes(Charset.forName(encoding)));
    }

    @Test
    void anotherEncodingIsToldOnceAndNamed() {
        Given file = comment("Données révisées en décembre", "windows-1252");
        assertEquals(List.of("encoding-assumed - - - []"), file.found());
        assertEquals(
                "The file is not in UTF-8. Judging by its letters, it was read as windows-1252.",
                file.says().get(0));
        assertEquals("windows-1252", file.report().file().encoding());
        assertEquals(true, file.report().valid());
    }

    @Test
    void theOtherCodePagesAreReadToo() {
        assertEquals(
                "windows-1250",
                comment("Źródło: Komenda Główna Policji", "windows-1250")
                        .report()
                        .file()
                        .encoding());
        assertEquals(
                "windows-1251",
                comment("Данные министерства", "windows-1251").report().file().encoding());
        assertEquals(
                "windows-1256",
                comment("بيانات أولية من وزارة الداخلية", "windows-1256")
                        .report()
                        .file()
                        .encoding());
    }

    @Test
    void utf8AndUtf16NeedNoWord() {
        assertEquals(List.of(), comment("révisées", "UTF-8").found());
        assertEquals(List.of(), comment("révisées", "UTF-16").found());
        assertEquals(List.of(), comment("révisées", "UTF-16LE").found());
    }

    @Test
    void listsOfPersonsAreToldNothingElse() {
        byte[] bytes = "Surname;Prénom\nMüller;Jürgen\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(1, Given.bytes(bytes).findings().size());
        assertEquals("case-level-data", Given.bytes(bytes).findings().get(0).rule());
    }
}
