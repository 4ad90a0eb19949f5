package org.tipstats.site.report;

import java.util.ArrayList;
import java.util.List;

/** A sentence in pieces, some of which are numbers that lead to the pages of their figures. */
record Passage(List<Piece> pieces) {

    /** A part of a sentence. @param address of the page of a figure; null for mere words */
    record Piece(String text, String address) {}

    /** Numbers on their way into a sentence: whatever order a language puts them in, each keeps its address. */
    static final class Numbers {

        /** Characters that stand in no text: one before, one after a number, the first followed by its place. */
        private static final char FROM = '\uE000';

        private static final char TO = '\uE001';
        private static final char FIRST = '\uE002';

        private final List<String> addresses = new ArrayList<>();

        /** The number as it is filled into the blank of a sentence. @param address null for a number without a page */
        String linked(String number, String address) {
            if (address == null) {
                return number;
            }
            addresses.add(address);
            return "" + FROM + (char) (FIRST + addresses.size() - 1) + number + TO;
        }

        /** The sentence that the numbers were filled into. */
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
