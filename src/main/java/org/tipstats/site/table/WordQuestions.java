package org.tipstats.site.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.table.TablePage.ColumnRow;
import org.tipstats.site.table.TablePage.WordGroup;
import org.tipstats.vocabulary.names.CellText;

/** Makes questions from the decisions about the columns and the words of a file. */
final class WordQuestions {

    private static final List<String> ROLES = List.of("OBS_VALUE", "LABEL", "SUBJECT", "ignore");
    private static final int MAX_TEXT = 80;
    /**
     * The largest number of columns that the page asks about. Further columns get no question, because a form has at
     * most 1,000 fields, and each question takes two.
     */
    private static final int MAX_COLUMNS = 60;

    /** The largest number of words that the page asks about. Further words get no question. */
    private static final int MAX_WORDS = 250;

    private final GuessOnPage page;
    private final WordCodes codes;

    WordQuestions(GuessOnPage page) {
        this.page = page;
        this.codes = page.codes();
    }

    /** Returns the columns of the tables with their possible roles. */
    List<ColumnRow> columns() {
        return page.file().guess().decisions().stream()
                .filter(decision -> decision.kind().equals("column"))
                .limit(MAX_COLUMNS)
                .map(this::column)
                .toList();
    }

    private ColumnRow column(Decision decision) {
        String text = CellRange.parse(decision.cells().get(0))
                .map(cell -> page.sheet(cell).text(cell.firstLine(), cell.firstColumn()))
                .orElse("");
        Map<String, String> roles = new LinkedHashMap<>();
        ROLES.forEach(role -> roles.put(role, page.t().say("table.role." + role.toLowerCase(Locale.ROOT))));
        codes.components().forEach(component -> roles.putIfAbsent(component, codes.name(component)));
        boolean answered = GuessOnPage.isAnswered(decision);
        List<Choice> choices = roles.entrySet().stream()
                .map(role -> new Choice(
                        role.getKey(),
                        role.getValue(),
                        answered && role.getKey().equals(decision.value())))
                .toList();
        String guessed = roles.getOrDefault(decision.value(), decision.value());
        return new ColumnRow(
                decision.id(),
                Questions.field(decision.id()),
                CellText.shorten(text, MAX_TEXT),
                page.places().apply(decision.cells().subList(0, 1)),
                answered ? "" : guessed,
                choices);
    }

    /** Returns the words, each once, by component; words that need an answer or got one come first. */
    List<WordGroup> words() {
        Map<String, List<WordGroup.Word>> groups = new TreeMap<>();
        page.file().guess().decisions().stream()
                .filter(decision -> decision.kind().equals("word"))
                .sorted(Comparator.comparing(decision -> !decision.isOpen() && !GuessOnPage.isAnswered(decision)))
                .limit(MAX_WORDS)
                .forEach(decision -> groups.computeIfAbsent(component(decision), none -> new ArrayList<>())
                        .add(word(decision)));
        List<WordGroup> made = new ArrayList<>();
        groups.forEach((component, words) -> made.add(new WordGroup(
                component,
                codes.name(component),
                codes.isLong(component),
                codes.isLong(component) ? codes.choices(component, List.of(), null) : List.of(),
                words.stream().filter(WordGroup.Word::isShown).toList(),
                words.stream().filter(word -> !word.isShown()).toList())));
        return made;
    }

    private static String component(Decision decision) {
        return decision.id().split(":", 3)[1];
    }

    private WordGroup.Word word(Decision decision) {
        String component = component(decision);
        boolean answered = GuessOnPage.isAnswered(decision);
        boolean sure = decision.level() == Decision.Level.SURE && !answered;
        return new WordGroup.Word(
                decision.id(),
                Questions.field(decision.id()),
                CellText.shorten(decision.id().split(":", 3)[2], MAX_TEXT),
                decision.isOpen() ? "" : page.texts().because(decision),
                page.some(decision.cells()),
                decision.isOpen() || answered ? "" : codes.text(component, decision.value()),
                answered ? codes.text(component, decision.value()) : "",
                codes.isLong(component)
                        ? List.of()
                        : codes.choices(component, decision.alternatives(), answered ? decision.value() : null),
                decision.isOpen(),
                !sure);
    }
}
