package org.tipstats.vocabulary.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/**
 * Finds the codes that a text may stand for. The text may be another spelling of a code, a former or alternative code,
 * a name in any language, or a usual name. Codes and names may have a typo, but not alternative codes.
 *
 * <p>A single suggestion is the code that is meant. Several suggestions are equally likely candidates, in the order of
 * the list. No suggestion means that no code is near enough, that too many are, or that the text names several codes.
 * Objects are immutable, and equal texts always give equal suggestions.
 */
public final class Suggestions {

    /**
     * A guess with more candidates than this suggests nothing. There is no limit if the text equals the names of
     * several codes, apart from common words or a suffix.
     */
    public static final int MOST = 5;

    /**
     * A code that can be suggested.
     *
     * @param others alternative codes
     * @param names the names of the code in any language
     */
    public record Candidate(String id, List<String> others, Collection<String> names) {}

    /** The candidates and the index of a list, built on first use. */
    private record IndexedList(List<Candidate> candidates, NameIndex index) {}

    /** The largest length of a text for which similar codes and names are searched. */
    private static final int LONGEST_TEXT = 100;

    private static final Pattern CODE = Pattern.compile("[A-Z]{1,3}");

    /**
     * The pattern of the text between two names: a separator such as a comma or a slash, or a word for "and" or "or".
     * In Arabic, a letter at the start of the next word may mean "and".
     */
    private static final Pattern BETWEEN = Pattern.compile(
            "[/;+&,|\u3001\uFF0C\uFF1B\u060C\u061B]|\\s(?:and|or|et|ou|y|e|o|u|und|oder|ed|\u0438|\u0438\u043B\u0438|\u0648|\u0623\u0648)\\s"
                    + "|\\s\u0648(?=\\S)|[\u548C\u4E0E\u6216\u53CA]",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Map<CodeList, IndexedList> BY_LIST = Collections.synchronizedMap(new WeakHashMap<>());

    private final IndexedList known;
    private final BitSet usable;

    private Suggestions(IndexedList known, BitSet usable) {
        this.known = known;
        this.usable = usable;
    }

    /** Returns suggestions of any code of a list. */
    public static Suggestions of(CodeList list) {
        return of(list, code -> true);
    }

    /** Returns suggestions of the usable codes of a list. */
    public static Suggestions of(CodeList list, Predicate<Code> usable) {
        IndexedList known = BY_LIST.computeIfAbsent(
                list,
                codes ->
                        known(codes.codes().stream().map(Suggestions::candidate).toList()));
        BitSet those = new BitSet();
        list.codes().stream().filter(usable).forEach(code -> those.set(code.position()));
        return new Suggestions(known, those);
    }

    /** Returns suggestions of the countries and areas of a list, without its groups. */
    public static Suggestions ofSingleAreas(CodeList areas) {
        return of(areas, code -> areas.singleArea(code.id()).isPresent());
    }

    public static Suggestions of(List<Candidate> candidates) {
        BitSet all = new BitSet();
        all.set(0, candidates.size());
        return new Suggestions(known(List.copyOf(candidates)), all);
    }

    private static IndexedList known(List<Candidate> candidates) {
        return new IndexedList(candidates, new NameIndex(candidates));
    }

    private static Candidate candidate(Code code) {
        List<String> others = new ArrayList<>();
        code.annotation("ISO_ALPHA_2").ifPresent(others::add);
        code.annotation("M49").ifPresent(others::add);
        List<String> names = new ArrayList<>(code.name().texts().values());
        List<String> aliases = code.annotation("ALIASES").stream()
                .flatMap(list -> Stream.of(list.split(";")))
                .toList();
        for (String alias : aliases) {
            // An upper-case alias such as "NA" may also mean no code ("n/a"). So only its exact spelling finds the
            // code.
            boolean isWord = NameWords.nameNoCode(NameForm.of(alias).words());
            (isWord && CODE.matcher(alias).matches() ? others : names).add(alias);
        }
        return new Candidate(code.id(), others, names);
    }

    /**
     * Returns the code that the text stands for, or all codes that are equally likely; empty if there is no suggestion.
     */
    public List<String> forText(String text) {
        String meant = EncodingRepair.repaired(CellText.strip(text));
        NameForm form = NameForm.of(meant);
        BitSet exact = exact(meant, form);
        if (!exact.isEmpty()) {
            return ids(exact);
        }
        if (form.isNumber()
                || form.words().isEmpty()
                || meant.length() > LONGEST_TEXT
                || isNothing(form)
                || hasSeveralNames(meant)) {
            return List.of();
        }
        if (NameWords.areGeneric(form.words())) {
            return candidates(known.index.byPart(form));
        }
        BitSet found = first(form, List.of(known.index::byCore, known.index::byStem));
        if (!found.isEmpty()) {
            return ids(found);
        }
        List<String> ids = ids(guess(form));
        return ids.size() > MOST ? List.of() : ids;
    }

    /**
     * Returns the codes of candidates that share only common words with the text. Common words alone never identify a
     * code, so the result is empty if the list has only one such candidate.
     */
    private List<String> candidates(BitSet found) {
        List<String> ids = ids(found);
        return ids.size() > MOST || found.cardinality() < 2 ? List.of() : ids;
    }

    /**
     * Returns only codes whose id, alternative code or name equals the text, apart from case, accents, punctuation and
     * the order of the words of a name.
     */
    public List<String> exact(String text) {
        String stripped = CellText.strip(text);
        return ids(exact(stripped, NameForm.of(stripped)));
    }

    private BitSet exact(String text, NameForm form) {
        BitSet found = known.index.byName(form);
        boolean asCode = !NameWords.nameNoCode(form.words()) || isCode(text, form);
        if (!asCode) {
            return found;
        }
        BitSet both = (BitSet) known.index.byCode(form).clone();
        both.or(found);
        return both;
    }

    /** Returns whether the text, in exactly this spelling, is a code or an alternative code. */
    private boolean isCode(String text, NameForm form) {
        return known.index.byCode(form).stream()
                .mapToObj(known.candidates::get)
                .anyMatch(candidate ->
                        candidate.id().equals(text) || candidate.others().contains(text));
    }

    /** Returns whether parts of the text are names that have no code in common, for example "Nigeria/Niger". */
    private boolean hasSeveralNames(String text) {
        BitSet common = null;
        for (String part : BETWEEN.split(text)) {
            NameForm form = NameForm.of(part);
            if (form.words().isEmpty() || NameWords.areGeneric(form.words())) {
                continue;
            }
            BitSet named = known.index.byName(form);
            if (!named.isEmpty()) {
                common = common == null ? (BitSet) named.clone() : common;
                common.and(named);
            }
        }
        return common != null && common.isEmpty();
    }

    private static boolean isNothing(NameForm form) {
        return NameWords.nameNoCode(form.words()) || NameWords.areNegated(form.words());
    }

    /** Guesses candidates. A text with digits is not a name, so it can only be a code with a typo. */
    private BitSet guess(NameForm form) {
        if (form.hasDigits()) {
            return known.index.byCodeTypo(form);
        }
        return first(
                form,
                List.of(
                        known.index::byCodeTypo,
                        this::bySlip,
                        text -> EmbeddedName.of(known.index, text),
                        known.index::byPart,
                        known.index::byBeginning));
    }

    /**
     * Finds candidates whose name is the text with a typo. If there are any, adds candidates of which the text may be a
     * shortened name.
     */
    private BitSet bySlip(NameForm form) {
        BitSet found = new BitSet();
        // A first word of a single letter abbreviates an unknown word, so it cannot be a typo.
        if (!NameWords.isInitial(form.words().get(0))) {
            found.or(known.index.byNameTypo(form));
        }
        if (!found.isEmpty()) {
            found.or(known.index.byPart(form));
            found.or(known.index.byBeginning(form));
        }
        return found;
    }

    private static BitSet first(NameForm form, List<Function<NameForm, BitSet>> ways) {
        for (Function<NameForm, BitSet> way : ways) {
            BitSet found = way.apply(form);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return new BitSet();
    }

    private List<String> ids(BitSet found) {
        return found.stream()
                .filter(usable::get)
                .mapToObj(i -> known.candidates.get(i).id())
                .toList();
    }
}
