package org.tipstats.platform.cache;

/** The state of everything public that cached answers show. */
public interface PublicState {

    /**
     * Reads the state from the database.
     *
     * @return a text that differs from all earlier ones as soon as a committed change, or the time, makes something
     *     public, changes it, or takes it back
     */
    String stamp();
}
