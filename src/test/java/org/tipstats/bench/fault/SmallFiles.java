package org.tipstats.bench.fault;

import java.util.List;

/** Files of one figure each. No two have the same cell, so each is a submission of its own without warnings. */
final class SmallFiles {

    static final List<String> AREAS = List.of(
            "AUT", "BEL", "BGR", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HRV", "HUN", "IRL", "ITA",
            "LTU", "LVA", "NLD", "POL", "PRT");

    private static final List<String> FORMS = List.of(
            "SEX_PROST",
            "SEX_PORN",
            "SEX_OTH",
            "LAB_AGRI",
            "LAB_CONSTR",
            "LAB_DOM",
            "LAB_HOSP",
            "LAB_MANUF",
            "LAB_FISH",
            "LAB_SLAV",
            "LAB_OTH",
            "ORG",
            "OTH_CRIM",
            "OTH_BEG",
            "OTH_MARR",
            "OTH_ADOPT",
            "OTH_SOLDIER",
            "OTH_BENEFIT",
            "OTH_MIX",
            "OTH_OTH");

    private static final int FIRST_YEAR = 2017;
    private static final int YEARS = 8;

    private SmallFiles() {}

    /** Returns the cell of a file: area, form and year. */
    static String cell(int number) {
        int form = number / AREAS.size() / YEARS;
        if (form >= FORMS.size()) {
            throw new IllegalStateException("there are no more cells");
        }
        int year = FIRST_YEAR + number / AREAS.size() % YEARS;
        return AREAS.get(number % AREAS.size()) + "," + FORMS.get(form) + "," + year;
    }

    /** Returns the figure of a file. None is so small that it would be withheld. */
    static int figure(int number) {
        return 20 + number % 7;
    }

    static String file(int number) {
        String[] codes = cell(number).split(",");
        return "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n%s,_T,_T,%s,%s,%d\n"
                .formatted(codes[0], codes[1], codes[2], figure(number));
    }

    /** Returns the path of the figures of all these files in a release. */
    static String path(String release) {
        return "/api/v1/data/VICTIMS?release=" + release + "&REF_AREA=" + String.join(",", AREAS) + "&EXPLOITATION="
                + String.join(",", FORMS) + "&SEX=_T&AGE=_T&UNIT_MEASURE=NUMBER&limit=10000";
    }
}
