package org.tipstats.validate.run;

/**
 * Receives the progress of a validation from time to time, on the thread that validates. An implementation may throw an
 * exception to end the validation.
 */
@FunctionalInterface
public interface Progress {

    /** Ignores the progress. */
    Progress NONE = (stage, percent) -> {};

    /** The stages of a validation, in their order. */
    enum Stage {
        /** Reads the rows of the file. */
        READING,
        /** Compares the rows with one another and with the current data. */
        COMPARING
    }

    /** @param percent the share of the validation that is done, from 0 to 99; the share never decreases */
    void at(Stage stage, int percent);
}
