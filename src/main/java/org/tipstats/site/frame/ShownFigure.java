package org.tipstats.site.frame;

/**
 * A figure as a page shows it: a number, a sign, or a number with a sign.
 *
 * @param number null where there is none to show
 * @param sign null for a plain number
 * @param words what the sign means, for those who don't see the key; null for a plain number
 */
public record ShownFigure(String number, String sign, String words) {

    public static ShownFigure plain(String number) {
        return new ShownFigure(number, null, null);
    }

    public static ShownFigure marked(String number, Mark mark, PageTexts texts) {
        return new ShownFigure(number, mark.sign(), texts.say(mark.textKey()));
    }
}
