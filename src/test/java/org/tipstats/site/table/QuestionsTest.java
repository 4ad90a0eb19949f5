package org.tipstats.site.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.mappings.GuessedFile;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.table.TablePage.ColumnRow;
import org.tipstats.site.table.TablePage.Question;
import org.tipstats.site.table.TablePage.WordGroup;
import org.tipstats.site.table.TablePage.WordGroup.Word;

class QuestionsTest {

    @Test
    void theRiskiestQuestionsComeFirst() {
        Questions questions = OwnTable.questions(OwnTable.guess(OwnTable.VICTIMS, OwnTable.form(null, null, null)));

        List<Question> all = questions.all();
        assertEquals(
                List.of("dataflow", "unit", "coverage", "marker:-"),
                all.stream().map(Question::id).toList());
        assertTrue(all.stream().allMatch(Question::isOpen));
        assertTrue(
                all.stream().flatMap(each -> each.choices().stream()).noneMatch(Choice::chosen),
                "nothing is answered for the submitter");
        assertEquals("What does \"-\" mean in place of a figure?", all.get(3).text());
        assertEquals("C4", all.get(3).cells().get(0).address());
    }

    @Test
    void anAnswerStaysOnThePageSoThatItCanBeChanged() {
        GuessedFile file =
                OwnTable.guess(OwnTable.VICTIMS, OwnTable.form("VICTIMS", "NUMBER", "national", "marker:-", "missing"));

        for (Question question : OwnTable.questions(file).all()) {
            assertFalse(question.isOpen(), question.id());
            assertEquals(1, question.choices().stream().filter(Choice::chosen).count(), question.id());
        }
    }

    @Test
    void aWordIsAskedOnceAndCertainWordsStandApart() {
        String twice = OwnTable.VICTIMS + "Zorblax,3,4,0.0\n";
        List<WordGroup> groups =
                new WordQuestions(OwnTable.onPage(OwnTable.guess(twice, OwnTable.form(null, null, null)))).words();

        assertEquals(1, groups.size());
        assertEquals("Sex", groups.get(0).name());
        assertEquals(
                List.of("Zorblax"),
                groups.get(0).shown().stream().map(Word::text).toList());
        assertEquals(
                List.of("Women", "Men"),
                groups.get(0).sure().stream().map(Word::text).toList());
        assertEquals("Female", groups.get(0).sure().get(0).guessed());
    }

    @Test
    void aColumnSaysWhatItWasTakenFor() {
        GuessedFile file = OwnTable.guess(OwnTable.VICTIMS, OwnTable.form(null, null, null, "column:D2", "OBS_VALUE"));

        List<ColumnRow> columns = new WordQuestions(OwnTable.onPage(file)).columns();
        assertEquals(
                List.of("Sex", "Figures", "Figures", ""),
                columns.stream().map(ColumnRow::guessed).toList());
        assertEquals(
                "Figures",
                columns.get(3).choices().stream()
                        .filter(Choice::chosen)
                        .findFirst()
                        .orElseThrow()
                        .text());
    }

    @Test
    void aRowWithoutAMeaningIsLeftOutOrExplained() {
        String text = "Trafficking in persons,2021,2022\nWomen,12,15\nForced labour,7,8\nQuux,3,4\n";
        Question rows =
                OwnTable.questions(OwnTable.guess(text, OwnTable.form("VICTIMS", "NUMBER", "national"))).all().stream()
                        .filter(question -> question.kind().equals("ignore"))
                        .findFirst()
                        .orElseThrow();

        assertEquals("Leave these rows out", rows.choices().get(0).text());
        assertEquals("row:Quux", rows.rows().get(0).id());
        assertTrue(rows.rows().get(0).choices().stream()
                .anyMatch(choice -> choice.value().equals("SEX:_U")));
    }
}
