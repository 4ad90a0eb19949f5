package org.tipstats.site.frame;

/**
 * A figure as a page shows it: a number, a sign, or a number with a sign.
 *
 * @param number null if there is no number to show
 * @param sign null for a plain number
 * @param words the meaning of the sign, for readers who cannot see the key; null for a plain number
 */
public record ShownFigure(String number, String sign, String words) {

    public static ShownFigure plain(String number) {
        return new ShownFigure(number, null, null);
    }

    public static ShownFigure marked(String number, Mark mark, PageTexts texts) {
        return new ShownFigure(number, mark.sign(), texts.say(mark.textKey()));
    }
}
