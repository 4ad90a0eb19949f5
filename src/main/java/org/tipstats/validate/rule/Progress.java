package org.tipstats.validate.rule;

/** Told from time to time how far a validation is, on the thread that validates; it may end the validation by throwing. */
@FunctionalInterface
public interface Progress {

    /** Nobody wants to know. */
    Progress NONE = (stage, percent) -> {};

    /** What a validation does, in this order. */
    enum Stage {
        /** Goes through the rows of the file. */
        READING,
        /** Compares the rows with one another and with what holds now. */
        COMPARING
    }

    /** @param percent of the whole validation, from 0 to 99, never less than before */
    void at(Stage stage, int percent);
}
