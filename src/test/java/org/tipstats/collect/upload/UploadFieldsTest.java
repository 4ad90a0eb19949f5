package org.tipstats.collect.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class UploadFieldsTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    private static InputError refusal(org.junit.jupiter.api.function.Executable reading) {
        ProblemException refused = assertThrows(ProblemException.class, reading);
        assertEquals(400, refused.problem().status());
        return refused.problem().errors().get(0);
    }

    @Test
    void aDataflowIsKnownByItsId() {
        assertEquals("VICTIMS", UploadFields.dataflow(SCHEMAS, "VICTIMS").id());
    }

    @Test
    void aMissingDataflowIsAnsweredWithAll() {
        InputError fault = refusal(() -> UploadFields.dataflow(SCHEMAS, null));
        assertEquals("dataflow", fault.parameter());
        assertEquals(
                List.of(
                        "OFFENCES",
                        "PERSONS",
                        "PERSONS_CITIZENSHIP",
                        "POPULATION",
                        "VICTIMS",
                        "VICTIMS_CITIZENSHIP",
                        "VICTIMS_REPATRIATION",
                        "VICTIMS_SUPPORT"),
                fault.suggestions());
    }

    @Test
    void anUnknownDataflowIsAnsweredWithTheNearestOrAll() {
        assertEquals(
                List.of("PERSONS"),
                refusal(() -> UploadFields.dataflow(SCHEMAS, "PERSON")).suggestions());
        assertEquals(
                8,
                refusal(() -> UploadFields.dataflow(SCHEMAS, "xyz"))
                        .suggestions()
                        .size());
    }

    @Test
    void aDerivedDataflowTakesNoFilesAndTellsWhatItIsMadeOf() {
        InputError fault = refusal(() -> UploadFields.dataflow(SCHEMAS, "MIRROR"));
        assertEquals("dataflow", fault.parameter());
        assertEquals(List.of("VICTIMS_CITIZENSHIP", "VICTIMS_REPATRIATION"), fault.suggestions());
        assertEquals(
                "MIRROR accepts no files: it is computed from the published figures of VICTIMS_CITIZENSHIP and"
                        + " VICTIMS_REPATRIATION.",
                fault.message());
    }

    @Test
    void theModeIsMergeUnlessItIsReplace() {
        assertEquals(UploadMode.MERGE, UploadFields.mode(null));
        assertEquals(UploadMode.MERGE, UploadFields.mode("merge"));
        assertEquals(UploadMode.REPLACE, UploadFields.mode("replace"));
        for (String other : List.of("", "Replace", "append")) {
            assertEquals("mode", refusal(() -> UploadFields.mode(other)).parameter());
        }
    }

    @Test
    void theNameStandsInTheContentDisposition() {
        assertEquals("a.csv", UploadFields.fileName("attachment; filename=a.csv"));
        assertEquals("a b.csv", UploadFields.fileName("form-data; name=\"x\"; filename=\"a b.csv\""));
        assertEquals("a;b.csv", UploadFields.fileName("attachment; FileName=\"a;b.csv\"; size=3"));
        assertEquals("a \"b\".csv", UploadFields.fileName("attachment; filename=\"a \\\"b\\\".csv\""));
        assertEquals("", UploadFields.fileName("attachment; filename=\"\""));
    }

    @Test
    void aNameInUtf8GoesFirst() {
        assertEquals("é+.csv", UploadFields.fileName("attachment; filename=\"e.csv\"; filename*=UTF-8''%C3%A9+.csv"));
        assertEquals("é.csv", UploadFields.fileName("attachment; filename*=utf-8''%c3%a9.csv"));
    }

    @Test
    void whatIsNoNameIsNone() {
        assertNull(UploadFields.fileName(null));
        assertNull(UploadFields.fileName("attachment"));
        assertNull(UploadFields.fileName("attachment; filename*=UTF-8''%ZZ"));
        assertNull(UploadFields.fileName("attachment; filename=\"" + "\\\"".repeat(8_000) + "\""));
    }

    @Test
    void aNameGoesOutAsItCameIn() {
        for (String name : List.of("a.csv", "é \"1\".csv", "数据;.csv", "100%.csv")) {
            String header = UploadFields.disposition(name);
            assertEquals(name, UploadFields.fileName(header));
            assertTrue(header.chars().allMatch(c -> c >= 0x20 && c < 0x7F), header);
        }
    }
}
