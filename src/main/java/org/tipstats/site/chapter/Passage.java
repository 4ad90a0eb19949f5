package org.tipstats.site.chapter;

import java.util.ArrayList;
import java.util.List;

/** A sentence in pieces. Numbers among the pieces link to the pages of their figures. */
public record Passage(List<Piece> pieces) {

    /**
     * A piece of a sentence.
     *
     * @param address the link to a figure's page; null for plain words
     */
    public record Piece(String text, String address) {}

    /**
     * Marks the numbers that go into a sentence. Each number keeps its link, although the order of the numbers
     * depends on the language.
     */
    public static final class Numbers {

        /**
         * Private-use characters that no text contains. Before a number, the sentence has FROM and the index of the
         * number. After the number, it has TO.
         */
        private static final char FROM = '\uE000';

        private static final char TO = '\uE001';
        private static final char FIRST = '\uE002';

        private final List<String> addresses = new ArrayList<>();

        /**
         * Returns the number with its marks, ready to be filled into a sentence. A number without a page gets no marks.
         *
         * @param address the link to the figure's page; null for a number without a page
         */
        public String linked(String number, String address) {
            if (address == null) {
                return number;
            }
            addresses.add(address);
            return "" + FROM + (char) (FIRST + addresses.size() - 1) + number + TO;
        }

        /** Splits a sentence with marked numbers into pieces. */
        public Passage in(String said) {
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
