package org.tipstats.site.area;

import org.tipstats.disseminate.coverage.CoverageService.CoverageStatus;
import org.tipstats.site.frame.PageTexts;

/**
 * The status of an area in a year, as a table cell: a letter and words, so that colour is not the only cue.
 *
 * @param tone a class of the style sheet
 * @param link the address of the figures; null if there is none
 */
public record ShownStatus(String letter, String words, String tone, String link) {

    public static ShownStatus of(CoverageStatus status, PageTexts texts) {
        return linked(status, null, texts);
    }

    public static ShownStatus linked(CoverageStatus status, String link, PageTexts texts) {
        String tone = switch (status) {
            case REPORTED -> "k2";
            case MASKED -> "k1";
            case LATE, NEVER -> "k0";
        };
        String key = "coverage." + status.word();
        return new ShownStatus(texts.say(key + ".letter"), texts.say(key), tone, link);
    }
}
