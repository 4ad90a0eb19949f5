package org.tipstats.site.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.site.chapter.ChapterDrawing;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.FigureSigns.ShownFigure;

/**
 * The report of a release.
 *
 * @param id the id of the release
 * @param edition its title
 * @param at the time of publication in ISO 8601
 * @param day the day of publication in words
 * @param newer a sentence that a newer release exists; null for the latest
 * @param latest the id of the latest release; null if this is the latest
 * @param findings the key findings for the world, in sentences
 * @param overview the world and its regions, each in its representative year
 * @param parts the world and its regions in detail
 * @param annex all figures of the report
 * @param signs the meaning of each sign in the figures
 * @param citation the citation
 * @param address the address of the report
 */
record PatternsPage(
        String id,
        String edition,
        String at,
        String day,
        String newer,
        String latest,
        List<Passage> findings,
        List<Overview> overview,
        List<Part> parts,
        List<Annex> annex,
        Map<String, String> signs,
        String citation,
        String address) {

    /**
     * A figure and the address of its page.
     *
     * @param address null if there is no figure or it has no page
     */
    record LinkedFigure(ShownFigure figure, String address) {}

    /**
     * A region at a glance.
     *
     * @param part the id of its detailed part in the report
     */
    record Overview(
            String name,
            String part,
            String year,
            LinkedFigure victims,
            ShownFigure range,
            ShownFigure reporting,
            ShownFigure covered,
            LinkedFigure rate) {}

    /**
     * The world or a region.
     *
     * @param sentences its main figures in sentences
     * @param caution a warning about low coverage; null if there is none
     * @param profile the address of its profile
     */
    record Part(
            String id,
            String name,
            List<Passage> sentences,
            String caution,
            List<Chart> charts,
            String source,
            String profile) {}

    /**
     * A chart.
     *
     * @param legend the meanings of the colours; empty if the chart is labelled directly
     * @param shares its figures with their shares; empty for a chart over years
     * @param note a warning about how to read it; null if there is none
     * @param table the id of the annex table with its figures
     */
    record Chart(
            String id,
            String heading,
            Drawing drawing,
            List<ChapterDrawing.Key> legend,
            List<Share> shares,
            String note,
            String table,
            String caption) {}

    /**
     * A part of a whole.
     *
     * @param share its share of all published parts; a sign if it has none
     */
    record Share(String name, LinkedFigure figure, ShownFigure share) {}

    /** The tables of the world or a region. */
    record Annex(String name, List<Table> tables) {}

    /**
     * A table of the annex.
     *
     * @param csv the API address of its figures as CSV
     * @param json the API address of its figures as JSON
     */
    record Table(String id, String caption, List<String> years, List<Row> rows, String csv, String json) {}

    /** A row of a table. */
    record Row(String name, List<LinkedFigure> cells) {}

    /** A sentence in pieces. Numbers among the pieces link to the pages of their figures. */
    record Passage(List<Piece> pieces) {

        /**
         * A piece of a sentence.
         *
         * @param address the address of a figure's page; null for plain words
         */
        record Piece(String text, String address) {}

        /**
         * Marks the numbers that go into a sentence. Each number keeps its address, in whatever order a language puts
         * them.
         */
        static final class Numbers {

            /**
             * Private-use characters that no text contains. One goes before and one after a number; the first is
             * followed by the number's index.
             */
            private static final char FROM = '\uE000';

            private static final char TO = '\uE001';
            private static final char FIRST = '\uE002';

            private final List<String> addresses = new ArrayList<>();

            /**
             * Returns the number with its marks, ready to be filled into a sentence.
             *
             * @param address null for a number without a page
             */
            String linked(String number, String address) {
                if (address == null) {
                    return number;
                }
                addresses.add(address);
                return "" + FROM + (char) (FIRST + addresses.size() - 1) + number + TO;
            }

            /** Splits a sentence with marked numbers into pieces. */
            Passage in(String said) {
                List<Piece> pieces = new ArrayList<>();
                int done = 0;
                for (int from = said.indexOf(FROM); from >= 0; from = said.indexOf(FROM, done)) {
                    if (from > done) {
                        pieces.add(new Piece(said.substring(done, from), null));
                    }
                    int to = said.indexOf(TO, from);
                    pieces.add(new Piece(said.substring(from + 2, to), addresses.get(said.charAt(from + 1) - FIRST)));
                    done = to + 1;
                }
                if (done < said.length()) {
                    pieces.add(new Piece(said.substring(done), null));
                }
                return new Passage(pieces);
            }
        }
    }
}
