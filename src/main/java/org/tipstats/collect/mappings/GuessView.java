package org.tipstats.collect.mappings;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.collect.mappings.GuessedFile.GuessFinding;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.meaning.MappedObservation;
import org.tipstats.mapping.reading.Ledger;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.platform.http.Page;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * A guess as the API shows it.
 *
 * @param mapping the mapping as a structure message; null while the dataflow of the figures is not known
 */
public record GuessView(
        JsonNode mapping,
        List<GuessedTable> tables,
        List<DecisionView> decisions,
        List<QuestionView> questions,
        PreviewView preview,
        CellAccount cells,
        List<GuessFinding> findings) {

    /** Largest number of cells listed for one reason to leave cells out. Further cells are counted, but not listed. */
    private static final int MAX_CELLS = 10_000;

    /** If a component has more codes than this, a question offers only the alternatives of the decision. */
    private static final int MAX_CHOICES = 60;

    /** The kinds of questions whose first choice is what the table suggests. */
    private static final Set<String> SUGGESTED = Set.of("word", "period", "column", "ignore");

    /**
     * A table of the file. A table with figures of several dataflows occurs once for each of these dataflows.
     *
     * @param sheet null in a file without sheets
     * @param dataflow null if it is not known
     */
    public record GuessedTable(String sheet, String range, String dataflow) {}

    /**
     * A decision, made or open.
     *
     * @param value null while the decision is open
     * @param because the reason in the language of the request
     */
    public record DecisionView(
            String id,
            String kind,
            List<String> cells,
            String value,
            String level,
            String because,
            List<String> alternatives) {}

    /**
     * A question to the submitter.
     *
     * @param choices the values to choose from; empty if there are none to list, so that the answer is typed
     * @param value the value that the table suggests; null if only the submitter can know
     */
    public record QuestionView(String id, String text, List<String> cells, List<String> choices, String value) {}

    /**
     * A page of the observations that the file gives.
     *
     * @param total the number of all observations
     * @param next the path and query of the next page, or null
     */
    public record PreviewView(List<ObservationView> observations, int total, String next) {}

    /**
     * An observation with its cells.
     *
     * @param key the codes in the order of the dimensions
     * @param value null if the value is missing
     */
    public record ObservationView(
            String dataflow,
            Map<String, String> key,
            @JsonProperty("OBS_VALUE") BigDecimal value,
            @JsonProperty("OBS_STATUS") String status,
            List<String> cells) {}

    /** Counts all cells with numbers: the cells used, left out and not understood. */
    public record CellAccount(int numeric, int used, List<LeftOutCells> leftOut, List<String> notUnderstood) {}

    /** @param cells at most 10,000 of the cells; the count is exact */
    public record LeftOutCells(String reason, int count, List<String> cells) {}

    public static GuessView of(
            GuessedFile file, Page<MappedObservation> page, GuessTexts texts, SchemaRegistry schemas) {
        Guess guess = file.guess();
        JsonNode mapping =
                file.mapping() == null ? null : new MappingMessage(schemas).write(file.mapping(), "GUESS", "1.0.0", "");
        return new GuessView(
                mapping,
                guess.tables().stream().flatMap(table -> tables(table).stream()).toList(),
                guess.decisions().stream().map(each -> view(each, texts)).toList(),
                guess.questions().stream()
                        .map(each -> question(each, file, texts, schemas))
                        .toList(),
                new PreviewView(
                        page.items().stream().map(each -> view(each, schemas)).toList(),
                        guess.observations().size(),
                        page.next()),
                account(guess.ledger(), texts),
                file.findings());
    }

    private static List<GuessedTable> tables(Guess.Table table) {
        CellRange range = table.range();
        String sheet = range.sheet().isEmpty() ? null : range.sheet();
        String cells = range.on("").toString();
        return table.dataflows().isEmpty()
                ? List.of(new GuessedTable(sheet, cells, null))
                : table.dataflows().stream()
                        .map(id -> new GuessedTable(sheet, cells, id))
                        .toList();
    }

    private static DecisionView view(Decision decision, GuessTexts texts) {
        return new DecisionView(
                decision.id(),
                decision.kind(),
                decision.cells(),
                decision.value(),
                decision.level().word(),
                texts.because(decision),
                decision.alternatives());
    }

    private static QuestionView question(
            Decision decision, GuessedFile file, GuessTexts texts, SchemaRegistry schemas) {
        List<String> choices = choices(decision, schemas);
        boolean suggested =
                SUGGESTED.contains(decision.kind()) && !decision.alternatives().isEmpty();
        return new QuestionView(
                decision.id(),
                texts.question(decision, file.grid()),
                decision.cells(),
                choices,
                suggested ? decision.alternatives().get(0) : null);
    }

    /**
     * Returns the alternatives of the decision. For the meaning of a word, adds all other codes of the component if
     * they are not too many.
     */
    private static List<String> choices(Decision decision, SchemaRegistry schemas) {
        String[] parts = decision.id().split(":", 3);
        if (!decision.kind().equals("word") || parts.length < 3) {
            return decision.alternatives();
        }
        Set<String> choices = new LinkedHashSet<>(decision.alternatives());
        List<String> codes = AnswerReader.codes(schemas, parts[1]);
        if (codes.size() <= MAX_CHOICES) {
            choices.addAll(codes);
        }
        return new ArrayList<>(choices);
    }

    private static ObservationView view(MappedObservation observation, SchemaRegistry schemas) {
        Map<String, String> key = new LinkedHashMap<>();
        schemas.dataflow(observation.dataflow()).orElseThrow().structure().dimensions().stream()
                .map(Dimension::id)
                .filter(observation.key()::containsKey)
                .forEach(id -> key.put(id, observation.key().get(id)));
        BigDecimal value =
                observation.value() == null ? null : observation.value().stripTrailingZeros();
        return new ObservationView(
                observation.dataflow(),
                key,
                value != null && value.scale() < 0 ? value.setScale(0) : value,
                observation.attributes().get("OBS_STATUS"),
                observation.cells());
    }

    private static CellAccount account(Ledger ledger, GuessTexts texts) {
        List<LeftOutCells> leftOut = new ArrayList<>();
        ledger.leftOut()
                .forEach((reason, cells) -> leftOut.add(new LeftOutCells(
                        texts.leftOut(reason), cells.size(), cells.subList(0, Math.min(MAX_CELLS, cells.size())))));
        return new CellAccount(ledger.numeric(), ledger.used(), leftOut, ledger.notUnderstood());
    }
}
