package org.tipstats.collect.mappings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.collect.mappings.GuessService.GuessInput;
import org.tipstats.collect.mappings.GuessedFile.GuessFinding;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Guesses of small tables, without a database: nobody is signed in. */
class GuessServiceTest {

    static final String TABLE =
            "Victims of trafficking in persons;;\nSex;2021;2022\nWomen;12;15\nMen;5;7\nTotal;17;22\n";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String ANSWERS =
            "{\"dataflow\": \"VICTIMS\", \"unit\": \"NUMBER\", \"coverage\": \"national\"}";

    @TempDir
    Path folder;

    private GuessedFile guess(String content, String answers, String language) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), content);
        Answers given = AnswerReader.read(SCHEMAS, JSON, answers, null);
        return new GuessService(SCHEMAS, null, CLOCK)
                .guess(file, "table.csv", new GuessInput("KGZ", null, given, Optional.empty(), language));
    }

    private static JsonNode view(GuessedFile file, int limit, String language) {
        return JSON.valueToTree(GuessView.of(
                file,
                Page.slice(file.guess().observations(), new PageRequest(limit, null)),
                GuessTexts.in(language, SCHEMAS),
                SCHEMAS));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theAnswerHasTheMembersOfTheContract() throws IOException {
        JsonNode view = view(guess(TABLE, ANSWERS, "en"), 100, "en");
        assertEquals(
                List.of("mapping", "tables", "decisions", "questions", "preview", "cells", "findings"), names(view));
        assertEquals(List.of("sheet", "range", "dataflow"), names(view.at("/tables/0")));
        assertEquals(
                List.of("id", "kind", "cells", "value", "level", "because", "alternatives"),
                names(view.at("/decisions/0")));
        assertEquals(List.of("observations", "total", "next"), names(view.path("preview")));
        assertEquals(
                List.of("dataflow", "key", "OBS_VALUE", "OBS_STATUS", "cells"),
                names(view.at("/preview/observations/0")));
        assertEquals(List.of("numeric", "used", "leftOut", "notUnderstood"), names(view.path("cells")));
        assertEquals(List.of("reason", "count", "cells"), names(view.at("/cells/leftOut/0")));
    }

    @Test
    void anAnsweredTableGivesItsObservationsWithTheirCells() throws IOException {
        GuessedFile file = guess(TABLE, ANSWERS, "en");
        JsonNode view = view(file, 2, "en");
        assertEquals(List.of(), file.findings());
        assertEquals(0, view.path("questions").size(), view.path("questions").toString());
        // Women, men and the total in two years.
        assertEquals(6, view.at("/preview/total").asInt());
        assertEquals(2, view.at("/preview/observations").size());
        assertEquals(6, view.at("/cells/used").asInt());
        assertTrue(file.isComplete());
        JsonNode women = view(file, 100, "en").at("/preview/observations").findParents("cells").stream()
                .filter(each -> each.path("cells").toString().equals("[\"C3\"]"))
                .findFirst()
                .orElseThrow();
        assertEquals("VICTIMS", women.path("dataflow").asText());
        assertEquals("F", women.at("/key/SEX").asText());
        assertEquals("2022", women.at("/key/TIME_PERIOD").asText());
        assertEquals(15, women.path("OBS_VALUE").asInt());
        assertEquals("A2:C5", view.at("/tables/0/range").asText());
        assertTrue(view.at("/tables/0/sheet").isNull());
    }

    @Test
    void theMappingIsAStructureMessageOnceItIsKnownWhatIsCounted() throws IOException {
        assertNull(guess(TABLE, null, "en").mapping());
        JsonNode view = view(guess(TABLE, ANSWERS, "en"), 1, "en");
        assertEquals(1, view.at("/mapping/data/structureMaps").size());
        assertNotNull(MappingBody.mapping(view.path("mapping"), "KGZ", SCHEMAS));
    }

    @Test
    void questionsAreAskedInTheLanguageOfTheRequest() throws IOException {
        JsonNode english = view(guess(TABLE, null, "en"), 1, "en").path("questions");
        JsonNode french = view(guess(TABLE, null, "fr"), 1, "fr").path("questions");
        assertEquals(english.findValuesAsText("id"), french.findValuesAsText("id"));
        assertTrue(english.findValuesAsText("id").contains("dataflow"));
        assertEquals(List.of("id", "text", "cells", "choices", "value"), names(english.get(0)));
        assertTrue(english.findValuesAsText("text").contains("What do the figures of this file count?"));
        assertTrue(french.findValuesAsText("text").contains("Que dénombrent les chiffres de ce fichier\u00A0?"));
        // Only the submitter can know what is counted, so nothing is suggested.
        assertTrue(english.get(0).path("value").isNull());
    }

    @Test
    void aListOfPersonsIsRefusedAndNothingOfItIsRepeated() throws IOException {
        String list = "Surname,First name,Date of birth,Sex\nXylander,Anna,1990-01-02,F\nYount,Berta,1991-03-04,F\n";
        GuessedFile file = guess(list, ANSWERS, "en");
        JsonNode view = view(file, 100, "en");
        assertEquals(
                List.of("case-level-data"),
                file.findings().stream().map(GuessFinding::rule).toList());
        assertEquals(0, view.at("/cells/numeric").asInt());
        assertFalse(view.toString().contains("Xylander"), view.toString());
        assertFalse(view.toString().contains("Surname"), view.toString());
    }

    @Test
    void aFileThatIsNoTableHasTheFindingOfAValidation() throws IOException {
        GuessedFile pdf = guess("%PDF-1.4\n1 0 obj\n", null, "en");
        assertEquals("wrong-file-type", pdf.findings().get(0).rule());
        assertTrue(pdf.findings().get(0).message().contains("PDF"));
        GuessedFile empty = guess("", null, "en");
        assertEquals("empty-file", empty.findings().get(0).rule());
    }

    @Test
    void aFileWithoutFiguresIsRefusedAndNothingIsAsked() throws IOException {
        GuessedFile file = guess("Indicator,Metadata\nName,Victims of trafficking\nUnit,Number\n", null, "en");
        assertEquals("empty-file", file.findings().get(0).rule());
        assertEquals(List.of(), file.guess().questions());
    }

    @Test
    void aTableThatIsTooLargeIsRefusedWithItsLimits() throws IOException {
        GuessedFile file = guess("a,".repeat(2_000) + "b\n", null, "en");
        assertEquals("unreadable-file", file.findings().get(0).rule());
        String message = file.findings().get(0).message();
        assertTrue(message.contains("2,000 columns and 500,000 cells"), message);
    }

    @Test
    void aTableOfRatesIsRefusedWithItsRemedy() throws IOException {
        GuessedFile file = guess(TABLE, "{\"dataflow\": \"VICTIMS\", \"unit\": \"RATE\"}", "en");
        GuessFinding finding = file.findings().get(0);
        assertEquals("rate-not-count", finding.rule());
        assertTrue(finding.message().contains("Send the counts"));
    }

    @Test
    void aPartOfACountryIsRefused() throws IOException {
        String answers = "{\"dataflow\": \"VICTIMS\", \"unit\": \"NUMBER\", \"coverage\": \"part\"}";
        assertEquals(
                "not-national", guess(TABLE, answers, "en").findings().get(0).rule());
    }

    @Test
    void theDataflowOfTheRequestIsAnAnswer() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), TABLE);
        GuessInput input =
                new GuessInput("KGZ", SCHEMAS.dataflow("VICTIMS").orElseThrow(), Answers.NONE, Optional.empty(), "en");
        GuessedFile guessed = new GuessService(SCHEMAS, null, CLOCK).guess(file, null, input);
        assertEquals(List.of("VICTIMS"), guessed.mapping().dataflows());
    }
}
