package org.tipstats.vocabulary.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the candidates of a list by code or name. Each lookup returns the positions of the candidates found. Most
 * lookups are for a whole name, so the maps for partial and misspelled names are built only when a lookup first needs
 * them. Thread-safe.
 */
final class NameIndex {

    private static final BitSet NONE = new BitSet();
    private static final int MIN_PART_LENGTH = 4;
    private static final int MIN_CODE_LENGTH_WITH_TYPO = 5;

    private final Map<String, BitSet> codes = new HashMap<>();
    private final Map<String, BitSet> names = new HashMap<>();
    private final Map<String, BitSet> cores = new HashMap<>();
    private final Map<String, BitSet> words = new HashMap<>();
    private final List<Set<String>> wordsOfName = new ArrayList<>();
    private final List<Integer> candidateOfName = new ArrayList<>();
    private final Typos typos = new Typos();
    private final Typos longCodes = new Typos();
    private final Map<String, BitSet> ids = new HashMap<>();
    private final List<NameForm> forms = new ArrayList<>();
    private final List<Integer> candidateOfForm = new ArrayList<>();
    private volatile String[] joined;

    NameIndex(List<Suggestions.Candidate> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            Suggestions.Candidate candidate = candidates.get(i);
            addCode(candidate.id(), i);
            for (String other : candidate.others()) {
                put(codes, NameForm.of(other).asCode(), i);
            }
            for (String name : new TreeSet<>(candidate.names())) {
                addName(NameForm.of(name), i);
            }
        }
    }

    private void addCode(String id, int candidate) {
        NameForm form = NameForm.of(id);
        put(codes, form.asCode(), candidate);
        put(ids, form.joined(), candidate);
        if (form.joined().length() >= MIN_CODE_LENGTH_WITH_TYPO) {
            longCodes.add(form.joined(), candidate);
        }
    }

    private void addName(NameForm form, int candidate) {
        put(names, form.joined(), candidate);
        put(names, form.unordered(), candidate);
        forms.add(form);
        candidateOfForm.add(candidate);
    }

    private void buildPartialMaps() {
        if (joined != null) {
            return;
        }
        synchronized (forms) {
            if (joined == null) {
                Set<String> all = new TreeSet<>();
                for (int i = 0; i < forms.size(); i++) {
                    addPartialMaps(forms.get(i), candidateOfForm.get(i));
                    all.add(forms.get(i).joined());
                }
                joined = all.toArray(String[]::new);
            }
        }
    }

    private void addPartialMaps(NameForm form, int candidate) {
        Collection<String> core = form.distinguishingWords();
        put(cores, String.join(" ", core), candidate);
        typos.add(form.joined(), candidate);
        if (core.size() > 1) {
            for (String word : core) {
                words.computeIfAbsent(word, k -> new BitSet()).set(wordsOfName.size());
            }
            wordsOfName.add(new HashSet<>(core));
            candidateOfName.add(candidate);
        }
    }

    private static void put(Map<String, BitSet> index, String key, int candidate) {
        if (key != null && !key.isEmpty()) {
            index.computeIfAbsent(key, k -> new BitSet()).set(candidate);
        }
    }

    /** Finds candidates by code. Case is ignored, and numbers are compared by value. */
    BitSet byCode(NameForm form) {
        String code = form.asCode();
        return code == null ? NONE : codes.getOrDefault(code, NONE);
    }

    /** Finds candidates by a whole name, with its words in any order. */
    BitSet byName(NameForm form) {
        BitSet found = names.get(form.joined());
        return found != null ? found : names.getOrDefault(form.unordered(), NONE);
    }

    /**
     * Finds candidates by the distinguishing words of the text: "Republic of X" finds the candidate X. If no name
     * consists of only these words, finds names with the same distinguishing words, such as "Kingdom of X".
     */
    BitSet byCore(NameForm form) {
        buildPartialMaps();
        String core = String.join(" ", form.distinguishingWords());
        BitSet found = new BitSet();
        found.or(names.getOrDefault(core, NONE));
        if (found.isEmpty()) {
            found.or(cores.getOrDefault(core, NONE));
        }
        return found;
    }

    /**
     * Finds candidates by a name with a suffix, written without a blank, for example a word for the people of an area.
     */
    BitSet byStem(NameForm form) {
        for (String after : NameWords.suffixes()) {
            if (form.joined().endsWith(after) && form.joined().length() > after.length()) {
                BitSet found =
                        names.get(form.joined().substring(0, form.joined().length() - after.length()));
                if (found != null) {
                    return found;
                }
            }
        }
        return NONE;
    }

    /**
     * Finds candidates by a code with a typo: two neighbours swapped in a text of three letters, or a letter doubled in
     * a text of four. A longer text may have any typo, but finds only codes of at least five letters.
     */
    BitSet byCodeTypo(NameForm form) {
        String text = form.joined();
        if (text.length() >= MIN_CODE_LENGTH_WITH_TYPO) {
            return longCodes.nearest(text);
        }
        BitSet found = new BitSet();
        for (int i = 0; i + 1 < text.length() && form.words().size() == 1; i++) {
            if (text.charAt(i) == text.charAt(i + 1) && text.length() > 3) {
                found.or(ids.getOrDefault(text.substring(0, i) + text.substring(i + 1), NONE));
            } else if (text.length() == 3) {
                String swapped = text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2);
                found.or(ids.getOrDefault(swapped, NONE));
            }
        }
        return found;
    }

    /**
     * Finds candidates whose name differs from the text only by typos. If there are none, compares only the
     * distinguishing words of the text.
     */
    BitSet byNameTypo(NameForm form) {
        buildPartialMaps();
        BitSet found = typos.nearest(form.joined());
        String telling = form.distinguishingText();
        return found.isEmpty() && !telling.equals(form.joined()) ? typos.nearest(telling) : found;
    }

    /** Finds candidates whose name has several distinguishing words, among them all of the text. */
    BitSet byPart(NameForm form) {
        buildPartialMaps();
        Collection<String> core = form.distinguishingWords();
        BitSet found = new BitSet();
        if (core.stream().mapToInt(String::length).sum() < MIN_PART_LENGTH) {
            return found;
        }
        String first = core.iterator().next();
        words.getOrDefault(first, NONE).stream()
                .filter(name -> wordsOfName.get(name).containsAll(core))
                .forEach(name -> found.set(candidateOfName.get(name)));
        return found;
    }

    BitSet byBeginning(NameForm form) {
        buildPartialMaps();
        BitSet found = new BitSet();
        String text = form.joined();
        if (text.length() < MIN_PART_LENGTH) {
            return found;
        }
        int start = Arrays.binarySearch(joined, text);
        for (int i = start < 0 ? -start - 1 : start; i < joined.length && joined[i].startsWith(text); i++) {
            found.or(names.get(joined[i]));
        }
        return found;
    }
}
