package org.tipstats.format;

/** Under which conditions published figures may be used. */
public final class Licence {

    /** Its id in the list of SPDX. */
    public static final String ID = "CC-BY-4.0";

    public static final String NAME = "Creative Commons Attribution 4.0 International";
    public static final String ADDRESS = "https://creativecommons.org/licenses/by/4.0/";

    private Licence() {}
}
