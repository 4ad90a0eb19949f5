package org.tipstats.site.table;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.collect.mappings.GuessService;
import org.tipstats.collect.mappings.GuessService.GuessInput;
import org.tipstats.collect.mappings.GuessTexts;
import org.tipstats.collect.mappings.GuessedFile;
import org.tipstats.mapping.meaning.MappedObservation;
import org.tipstats.platform.access.Actor;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.mapped.MappedFile;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Guesses the meaning of a file with the answers of a form, and makes the page about the guess. */
@Singleton
record TablePages(GuessService guesses, SchemaRegistry schemas) {

    /** Prefix of the buttons that download figures. The id of the dataflow follows. */
    private static final String FIGURES = "figures:";

    /**
     * A file for the page.
     *
     * @param name the name that the sender gave, or null
     * @param action the URL that the form goes to
     * @param held the file as the form holds it, or null
     * @param actor the submitter; empty for a reader without an account
     */
    record TableFile(Path path, String name, String action, HeldFile held, Optional<Actor> actor) {}

    /** A guess with the form that led to it. */
    record GuessedForm(TableFile file, TableParameters form, TypedAnswers typed, GuessedFile guessed) {

        /** Returns whether nothing is left to ask or to correct. */
        boolean isComplete() {
            return guessed.isComplete() && typed.faults().isEmpty() && !typed.hasOpenParts();
        }

        /**
         * Returns the dataflows that the figures belong to. If there are no figures, returns the dataflows of the
         * mapping.
         */
        List<String> dataflows() {
            List<String> found = guessed.guess().observations().stream()
                    .map(MappedObservation::dataflow)
                    .distinct()
                    .toList();
            return found.isEmpty() && guessed.mapping() != null
                    ? guessed.mapping().targets()
                    : found;
        }
    }

    GuessedForm guess(TableFile file, TableParameters form, PageTexts t) {
        TypedAnswers typed = TypedAnswers.of(form, new WordCodes(dataflows(form.dataflow()), t), t);
        String area = form.area().isEmpty() ? null : form.area();
        GuessInput input = new GuessInput(area, null, typed.answers(), file.actor(), t.language());
        GuessedFile guessed = guesses.guess(file.path(), file.name(), input, typed.corrections());
        GuessTexts texts = GuessTexts.in(t.language(), schemas);
        List<Fault> wrong = guessed.guess().faults().stream()
                .map(fault -> new Fault(Questions.field(fault.id()), texts.fault(fault)))
                .toList();
        return new GuessedForm(file, form, typed.with(wrong), guessed);
    }

    /** Returns all dataflows that areas submit, the chosen one first. */
    private List<Dataflow> dataflows(String chosen) {
        List<Dataflow> all = new ArrayList<>(schemas.reported());
        schemas.dataflow(chosen).filter(all::remove).ifPresent(flow -> all.add(0, flow));
        return all;
    }

    /**
     * Returns the figures of a dataflow as SDMX-CSV, in the columns of the dataflow.
     *
     * @param action the pressed button
     * @return empty if the pressed button does not download figures, if a question is open, or if a field has a fault
     */
    Optional<byte[]> figures(GuessedForm guess, String action) {
        Optional<Dataflow> dataflow = Optional.ofNullable(action)
                .filter(button -> button.startsWith(FIGURES) && guess.isComplete())
                .map(button -> button.substring(FIGURES.length()))
                .filter(guess.dataflows()::contains)
                .flatMap(schemas::dataflow);
        if (dataflow.isEmpty()) {
            return Optional.empty();
        }
        MappedFile mapped =
                new MappedFile(guess.guessed().grid(), guess.guessed().guess(), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Uncheck.run(() -> mapped.table(dataflow.get()).write(out));
        return Optional.of(out.toByteArray());
    }

    /**
     * Makes the page about a guess.
     *
     * @param fault a fault of a field that is not about the table, or null
     */
    TablePage page(GuessedForm guess, Fault fault, PageTexts t) {
        WordCodes codes = new WordCodes(dataflows(guess.form().dataflow()), t);
        return new TablePageMaker(guess, schemas, codes, t).page(fault);
    }
}
