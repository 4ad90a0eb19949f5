package org.tipstats.files.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.Seeds;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.Dialect;
import org.tipstats.files.csv.MalformedFileException;

/** Reads comments as offices write them, in the code pages in which their spreadsheets save. */
class EncodingDetectorTest {

    private static final String HEADER = "REF_AREA;SEX;TIME_PERIOD;OBS_VALUE;COMMENT\n";

    private static final List<String> WESTERN = List.of(
            "Données révisées en décembre, transmises par l\u2019Office central",
            "détectées",
            "Les victimes détectées à l'aéroport ont été prises en charge après enquête",
            "Où sont-elles ? À l'étranger",
            "Côte d'Ivoire",
            "Türkiye",
            "São Tomé et Príncipe",
            "España",
            "Niños y niñas víctimas de trata en España",
            "Los datos corresponden al año natural, según la Policía",
            "Datos de la Fiscalía: ¿revisados?",
            "Dados da Polícia Federal: vítimas não identificadas são excluídas",
            "Türkei und Österreich: Zahlen vorläufig geprüft",
            "I dati non sono più disponibili perché l\u2019autorità è cambiata",
            "Ofrene får hjælp på krisecentre",
            "Uppgifter från Åklagarmyndigheten är preliminära",
            "Victims\u2019 data \u2013 revised \u201C2016\u201D",
            "chiffres corrigés «provisoires»");
    private static final List<String> CENTRAL = List.of(
            "Źródło: Komenda Główna Policji, dane wstępne",
            "ofiary handlu ludźmi w Polsce są objęte pomocą",
            "Łódź",
            "Zdroj: Policie České republiky, předběžné údaje",
            "Oběti obchodování s lidmi zjištěné v České republice",
            "Zdroj: Prezídium Policajného zboru, predbežné údaje za rok vrátane mladších obetí",
            "Az adatok előzetesek, forrás: Belügyminisztérium, őrizetbe vett személyek",
            "Žrtve trgovine ljudima koje su otkrivene u Hrvatskoj; još čekamo potvrđene podatke");
    private static final List<String> CYRILLIC = List.of(
            "Данные предоставлены Министерством внутренних дел",
            "Предварительные данные",
            "Пётр",
            "г. Москва",
            "данные МВД",
            "Джерело: Міністерство внутрішніх справ України, попередні дані",
            "Київ",
            "Данни на МВР, предварителни",
            "Подаци Министарства унутрашњих послова");
    private static final List<String> ARABIC = List.of(
            "بيانات أولية من وزارة الداخلية",
            "عدد الضحايا، حسب الجنس",
            "الضحايا الذين تم التعرف عليهم خلال السنة المالية",
            "المغرب");

    @TempDir
    Path folder;

    private static byte[] file(String comment, Charset charset) {
        return (HEADER + "AUT;F;2016;12;" + comment + "\nAUT;M;2016;5;\n").getBytes(charset);
    }

    private FileProbe probe(byte[] bytes) throws IOException {
        return FileProbe.of(Files.write(folder.resolve("file.csv"), bytes));
    }

    private void assertRead(String encoding, List<String> comments) throws IOException {
        Charset charset = Charset.forName(encoding);
        for (String comment : comments) {
            assertEquals(comment, new String(comment.getBytes(charset), charset), "cannot be written in " + encoding);
            byte[] bytes = file(comment, charset);
            FileProbe probe = probe(bytes);
            assertNull(probe.fault(), () -> comment + ": " + probe.fault());
            assertTrue(probe.charsetAssumed(), comment);
            // If several code pages give the same text, each of them is right.
            assertEquals(new String(bytes, charset), new String(bytes, probe.charset()));
        }
    }

    @Test
    void textsInCodePagesAreRead() throws IOException {
        assertRead("windows-1252", WESTERN);
        assertRead("windows-1250", CENTRAL);
        assertRead("windows-1251", CYRILLIC);
        assertRead("windows-1256", ARABIC);
        assertRead(
                "ISO-8859-1",
                WESTERN.stream()
                        .filter(text -> StandardCharsets.ISO_8859_1.newEncoder().canEncode(text))
                        .toList());
    }

    @Test
    void theEncodingIsNamedAsSpreadsheetsSaveIt() throws IOException {
        assertEquals(
                "windows-1252",
                probe(file("détectées", StandardCharsets.ISO_8859_1)).charset().name());
        assertEquals(
                "windows-1250",
                probe(file(CENTRAL.get(0), Charset.forName("windows-1250")))
                        .charset()
                        .name());
        assertEquals(
                "windows-1251",
                probe(file(CYRILLIC.get(0), Charset.forName("windows-1251")))
                        .charset()
                        .name());
        assertEquals(
                "windows-1256",
                probe(file(ARABIC.get(0), Charset.forName("windows-1256")))
                        .charset()
                        .name());
    }

    @Test
    void lettersFarBehindTheHeadCountToo() throws IOException {
        String rows = "AUT;F;2016;12;ok\n".repeat(20_000);
        String text = HEADER + rows + "AUT;F;2016;12;détectées\n" + rows + "AUT;F;2016;12;?\n";
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("windows-1252", probe(bytes).charset().name());
        // No code page has a letter for this byte in such a place.
        bytes[bytes.length - 2] = (byte) 0x81;
        assertEquals(20_002, probe(bytes).fault().line());
    }

    @Test
    void aWordThatTwoCodePagesCanHaveIsNotGuessed() throws IOException {
        for (String word : List.of("après", "è")) {
            FileProbe.Fault fault =
                    probe(file(word, StandardCharsets.ISO_8859_1)).fault();
            assertTrue(fault.candidates().containsAll(List.of("windows-1252", "windows-1250")), word + fault);
        }
    }

    @Test
    void otherEncodingsAreNeverReadAsOneOfTheFour() throws IOException {
        String[][] texts = {
            {"windows-1253", "Στοιχεία από την Ελληνική Αστυνομία", "από"},
            {"windows-1254", "Göç İdaresi verileri geçicidir, mağdurların sayısı", "mağdur sayısı"},
            {"windows-1255", "נתונים זמניים ממשטרת ישראל"},
            {"windows-1257", "Duomenys pateikti Policijos departamento, žmonių prekybos aukų skaičius"},
            {"KOI8-R", "Данные предоставлены Министерством внутренних дел", "данные"},
            {"IBM866", "Данные предоставлены Министерством"},
            {"ISO-8859-5", "Данные предоставлены Министерством", "данные"},
            {"ISO-8859-2", "Źródło: są ofiary handlu ludźmi", "příští"},
            {"ISO-8859-6", "بيانات أولية من وزارة الداخلية"},
            {"IBM850", "Données révisées à l'étranger", "víctimas más"},
            {"x-MacRoman", "Les victimes détectées à l'aéroport", "víctimas", "niños"},
            {"GB18030", "数据由公安部提供，为初步数据", "中国"},
            {"Shift_JIS", "警察庁のデータによる暫定値"},
            {"Big5", "資料由內政部提供"},
            {"EUC-KR", "경찰청 잠정 자료"},
            {"x-windows-874", "ข้อมูลเบื้องต้นจากตำรวจ"},
        };
        for (String[] text : texts) {
            for (int i = 1; i < text.length; i++) {
                FileProbe probe = probe(file(text[i], Charset.forName(text[0])));
                assertEquals(FileProbe.FaultKind.ENCODING, probe.fault().kind(), text[0] + " " + text[i]);
            }
        }
    }

    @Test
    void whatTheySeemToBeIsNamed() throws IOException {
        String[][] texts = {
            {"GB18030", "数据由公安部提供，为初步数据", "GB18030"},
            {"Shift_JIS", "警察庁のデータによる暫定値", "Shift_JIS"},
            {"Big5", "資料由內政部提供", "Big5"},
            {"KOI8-R", "Данные предоставлены Министерством внутренних дел", "KOI8-R"},
            {"windows-1253", "Στοιχεία από την Ελληνική Αστυνομία, προσωρινά", "windows-1253"},
            {"windows-1254", "Göç İdaresi verileri geçicidir, mağdurların sayısı", "ISO-8859-9"},
        };
        for (String[] text : texts) {
            FileProbe probe = probe(file(text[1], Charset.forName(text[0])));
            assertEquals(text[2], probe.fault().candidates().get(0));
        }
    }

    private static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void textsOfTwoEncodingsAreRefused() throws IOException {
        byte[] utf8 = "AUT;F;2016;12;détectées à Genève\n".getBytes(StandardCharsets.UTF_8);
        byte[] latin = "AUT;F;2016;12;détectées à Genève\n".getBytes(StandardCharsets.ISO_8859_1);
        for (byte[] bytes : List.of(joined(utf8, latin), joined(latin, utf8), joined(latin, utf8, latin))) {
            FileProbe.Fault fault = probe(bytes).fault();
            assertEquals(FileProbe.FaultKind.MIXED, fault.kind());
            assertEquals("UTF-8", fault.candidates().get(0));
        }
        byte[] marked = joined("\uFEFF".getBytes(StandardCharsets.UTF_8), latin);
        assertEquals(FileProbe.FaultKind.MIXED, probe(marked).fault().kind());
    }

    @Test
    void capitalsBeforeClosingMarksAreNoMixture() throws IOException {
        // In UTF-8 the bytes of a capital and a closing quotation mark would be one letter.
        byte[] bytes = file("le rapport «SITUATION DE L'ANNÉE», été", Charset.forName("windows-1252"));
        assertEquals("windows-1252", probe(bytes).charset().name());
    }

    @Test
    void aZeroCharacterIsFoundBehindOtherBytesToo() throws IOException {
        FileProbe.Fault fault = probe(
                        (HEADER + "AUT;F;2016;12;détectées\nAUT;M;2016;\0;\n").getBytes(StandardCharsets.ISO_8859_1))
                .fault();
        assertEquals(FileProbe.FaultKind.NUL, fault.kind());
        assertEquals(3, fault.line());
    }

    @Test
    void aFileOfRandomSentencesIsReadAsItWasWrittenOrRefused() {
        // The first five are Russian. Each file has one language, as offices write.
        List<List<String>> all = List.of(WESTERN, CENTRAL, CYRILLIC.subList(0, 5), ARABIC);
        List<String> encodings = List.of("windows-1252", "windows-1250", "windows-1251", "windows-1256");
        int[] refused = new int[1];
        Seeds.check(300, random -> {
            int language = random.nextInt(4);
            Charset charset = Charset.forName(encodings.get(language));
            byte[] bytes = file(sentences(all.get(language), random), charset);
            FileProbe probe = probe(bytes);
            refused[0] += probe.fault() == null ? 0 : 1;
            if (probe.fault() == null) {
                assertEquals(new String(bytes, charset), new String(bytes, probe.charset()));
            }
        });
        assertTrue(refused[0] <= 15, refused[0] + " refused");
    }

    private static String sentences(List<String> from, Random random) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            some.add(from.get(random.nextInt(from.size())));
        }
        return String.join(" | ", some);
    }

    @Test
    void anyBytesAreReadableOrHaveAFault() {
        Seeds.check(400, random -> {
            byte[] bytes = file("détectées", Charset.forName("windows-1252"));
            for (int i = 0; i < random.nextInt(30); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextInt(255) + 1);
            }
            FileProbe probe = probe(bytes);
            if (probe.kind() == FileKind.TEXT && probe.fault() == null) {
                Dialect dialect = Dialect.detect(folder.resolve("file.csv"), probe.charset(), name -> false);
                try (CsvReader reader = CsvReader.open(folder.resolve("file.csv"), dialect)) {
                    reader.forEachRemaining(row -> assertTrue(row.line() > 0));
                } catch (MalformedFileException e) {
                    assertTrue(e.reason() != MalformedFileException.Reason.WRONG_ENCODING, e.toString());
                }
            }
        });
    }
}
