package org.tipstats.vocabulary.names;

import java.util.BitSet;
import java.util.List;

/**
 * Finds the single name within a longer text, for example in "Romania (all regions)". A text with two different names
 * gives no result.
 */
final class EmbeddedName {

    private static final int MIN_NAME_LENGTH = 4;
    /**
     * The largest number of words outside the name. Linking words and words that occur in many names do not count. A
     * text with more is not about the name.
     */
    private static final int MAX_OTHER_WORDS = 2;

    private static final int MAX_WORDS = 12;

    private final NameIndex index;
    private final List<String> words;
    private BitSet found;
    private boolean several;
    private int otherWords;

    private EmbeddedName(NameIndex index, List<String> words) {
        this.index = index;
        this.words = words;
    }

    static BitSet of(NameIndex index, NameForm form) {
        if (form.words().size() < 2 || form.words().size() > MAX_WORDS) {
            return new BitSet();
        }
        EmbeddedName telling = new EmbeddedName(index, form.words());
        telling.read(false);
        if (telling.found != null || telling.several || telling.otherWords > 0) {
            return telling.result();
        }
        EmbeddedName common = new EmbeddedName(index, form.words());
        common.read(true);
        return common.result();
    }

    private BitSet result() {
        return found == null || several || otherWords > MAX_OTHER_WORDS ? new BitSet() : found;
    }

    /**
     * Reads the words from first to last. Takes the longest name that starts at a word, then continues after this name.
     *
     * @param common whether a name may consist only of words that occur in many names
     */
    private void read(boolean common) {
        int at = 0;
        while (at < words.size()) {
            int end = words.size();
            while (end > at && !take(words.subList(at, end), common)) {
                end--;
            }
            if (end == at) {
                otherWords += NameWords.isInsignificant(words.get(at)) ? 0 : 1;
                at++;
            } else {
                at = end;
            }
        }
    }

    private boolean take(List<String> run, boolean common) {
        if (NameWords.nameNoCode(run) && run.stream().noneMatch(NameWords::isInsignificant)) {
            several = true;
            return true;
        }
        NameForm form = NameForm.of(run);
        if (form.joined().length() < MIN_NAME_LENGTH
                || (!common && run.stream().allMatch(NameWords::isInsignificant))) {
            return false;
        }
        BitSet named = index.byName(form);
        if (named.isEmpty()) {
            return false;
        }
        BitSet both = (BitSet) named.clone();
        if (found != null) {
            both.and(found);
        }
        several |= both.isEmpty();
        found = both;
        return true;
    }
}
